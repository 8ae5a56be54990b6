import { readFileSync } from 'node:fs'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { describe, expect, test } from 'vitest'
import { openedContent } from '../../modules/catalogue/src/demo-content.fixture.ts'
import { publicCatalogue } from '../../modules/catalogue/src/linked-data/public-catalogue.ts'
import { iriOf, type Statement, type VocabularyName } from '../../modules/catalogue/src/linked-data/statement.ts'
import { writeJsonLd } from '../../modules/catalogue/src/linked-data/write-json-ld.ts'
import { writeTurtle } from '../../modules/catalogue/src/linked-data/write-turtle.ts'

const shapes = new Store(new Parser().parse(readFileSync(new URL('shapes.ttl', import.meta.url), 'utf8')))
const validator = new SHACLValidator(shapes)
const whole = publicCatalogue(openedContent(), 'https://services.example')

/** What the SHACL engine finds wrong in statements, after they went through Turtle: thing and property. */
async function wrongIn(statements: readonly Statement[]): Promise<string[]> {
  const store = new Store(new Parser().parse(await writeTurtle(statements)))
  const { results } = await validator.validate(store)
  return results.map(({ focusNode, path }) => `${focusNode?.value} ${JSON.stringify(path)}`)
}

function firstOf(type: VocabularyName): string {
  const found = whole.find(
    ({ predicate, object }) => predicate === iriOf('rdf:type') && 'iri' in object && object.iri === iriOf(type),
  )
  if (found === undefined) throw new Error(`the catalogue has no ${type}`)
  return found.subject
}

test('the public catalogue has every class and every mandatory property', async () =>
  expect(await wrongIn(whole)).toEqual([]))

const mandatory: readonly (readonly [VocabularyName, readonly VocabularyName[]])[] = [
  ['dcat:Catalog', ['dct:title', 'dct:description', 'dct:publisher', 'dcat:dataset']],
  ['dcat:Dataset', ['dct:title', 'dct:description', 'dct:publisher']],
  ['dcat:Distribution', ['dcat:accessURL', 'dct:license', 'dct:format']],
  ['vcard:Organization', ['vcard:fn', 'vcard:hasEmail']],
  ['dcat:DataService', ['dct:title', 'dcat:endpointURL']],
  ['foaf:Agent', ['foaf:name', 'dct:identifier', 'dct:title']],
  ['cpsv:PublicService', ['dct:identifier', 'dct:title', 'dct:description', 'cv:hasCompetentAuthority']],
  ['cv:PublicOrganisation', ['dct:identifier', 'skos:prefLabel', 'dct:spatial']],
  ['cv:Event', ['dct:identifier', 'dct:title']],
  ['cv:Channel', ['dct:identifier']],
  ['cv:Output', ['dct:identifier', 'dct:title']],
]

describe('a catalogue that lacks a mandatory property is refused', () => {
  test.each(mandatory.flatMap(([type, names]) => names.map(name => [type, name] as const)))(
    '%s without %s',
    async (type, name) => {
      const subject = firstOf(type)
      const rest = whole.filter(one => one.subject !== subject || one.predicate !== iriOf(name))
      expect(rest.length).toBeLessThan(whole.length)
      const wrong = await wrongIn(rest)
      expect(wrong.some(each => each.startsWith(`${subject} `) && each.includes(iriOf(name)))).toBe(true)
    },
  )

  test('and so is a title that one language lacks', async () => {
    const subject = firstOf('dcat:Dataset')
    const rest = whole.filter(
      ({ subject: of, predicate, object }) =>
        of !== subject || predicate !== iriOf('dct:title') || !('text' in object) || object.language !== 'kk',
    )
    expect(await wrongIn(rest)).not.toEqual([])
  })
})

test('JSON-LD says the same as Turtle', async () => {
  const turtle = new Store(new Parser().parse(await writeTurtle(whole)))
  const type = iriOf('rdf:type')
  type Value = string | { '@id'?: string; '@value'?: string; '@language'?: string }
  const nodes = JSON.parse(writeJsonLd(whole)) as Record<string, string | Value[]>[]
  const said = nodes.flatMap(({ '@id': subject, ...rest }) =>
    Object.entries(rest).flatMap(([name, values]) =>
      (values as Value[]).map(value =>
        typeof value === 'string'
          ? `${subject} ${type} ${value}`
          : `${subject} ${name} ${value['@id'] ?? `${value['@value']}@${value['@language'] ?? ''}`}`,
      ),
    ),
  )
  const told = turtle
    .getQuads(null, null, null, null)
    .map(({ subject, predicate, object }) =>
      object.termType === 'Literal'
        ? `${subject.value} ${predicate.value} ${object.value}@${object.language}`
        : `${subject.value} ${predicate.value} ${object.value}`,
    )
  expect([...new Set(said)].sort()).toEqual(told.sort())
})

test('holds no text that nobody wrote', () =>
  expect(whole.filter(({ object }) => 'text' in object && /^\[.*\]$/.test(object.text))).toEqual([]))
