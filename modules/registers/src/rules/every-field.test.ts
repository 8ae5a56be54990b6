import { readdirSync, readFileSync } from 'node:fs'
import { openPackage } from '@tereze/catalogue'
import { expect, test } from 'vitest'
import { definitionOf, type Label } from '../definition/definition.ts'
import { whoIs } from '../definition/reader.ts'
import { grantsFor, openPart } from './decide-access.ts'

// Every field of every published register, for everybody who could ask: what comes out is what an entry of the register opens, found
// here by walking its text field by field, apart from the code that answers.

interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
}
interface Entry {
  readonly who: string
  readonly may: readonly string[]
  readonly fields?: readonly string[]
  readonly labels?: readonly string[]
}

const content = new URL('../../../../content/', import.meta.url)
const json = (path: string) => JSON.parse(readFileSync(new URL(path, content), 'utf8'))
const roles = (json('access/roles.json').roles as { id: string; of: string }[]).filter(({ of }) => of === 'official')
const ids = readdirSync(new URL('registers/', content)).sort()

/** A value for each leaf of a schema: its own pointer, two elements in each list, the fields of all alternatives at once. */
function filled(schema: Schema, pointer: string, leaves: string[]): unknown {
  if (schema.oneOf?.some(({ properties }) => properties !== undefined)) {
    const properties = Object.assign({}, ...schema.oneOf.map(one => one.properties))
    return filled({ properties }, pointer, leaves)
  }
  if (schema.properties !== undefined)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, part]) => [name, filled(part, `${pointer}/${name}`, leaves)]),
    )
  if (schema.items !== undefined)
    return [0, 1].map(place => filled(schema.items as Schema, `${pointer}/${place}`, leaves))
  leaves.push(pointer)
  return pointer
}

/** The pointers that stand in data as their own values. */
function leavesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Object.values((value ?? {}) as object).flatMap(leavesIn)
}

const parents = (pointer: string) =>
  pointer.split('/').map((_part, place, parts) => parts.slice(0, parts.length - place).join('/'))
const starred = (pointer: string) => pointer.replace(/\/\d+(?=\/|$)/g, '/*')

/** What the text of a register says of a field: the label nearest above it, and whether an entry opens it to one of these. */
function isOpened(
  card: { labels?: Record<string, string>; subjects?: string[]; access: Entry[] },
  who: readonly string[],
  leaf: string,
) {
  const labelled = parents(starred(leaf)).find(place => card.labels?.[place] !== undefined)
  const label =
    labelled === undefined ? ((card.subjects ?? []).length > 0 ? 'personal' : 'open') : card.labels?.[labelled]
  const usual = (entry: Entry): string[] => {
    if (entry.who === 'everyone' || entry.who.startsWith('dataset:')) return ['open']
    return entry.who === 'subject'
      ? ['open', 'personal', 'special', 'biometric', 'tax-secret', 'medical-secret', 'bank-secret']
      : ['open', 'official-use', 'personal']
  }
  return card.access.some(
    entry =>
      who.includes(entry.who) &&
      entry.may.includes('see') &&
      (entry.labels ?? usual(entry)).includes(label ?? '') &&
      (entry.fields === undefined || entry.fields.some(field => parents(starred(leaf)).includes(field))),
  )
}

const nobody = { language: 'en', clients: [] } as const
const atOffice = { ...nobody, session: '', assurance: 'high', unit: null } as const

test('no field of a register comes out without an entry that opens it, to nobody', () => {
  let asked = 0
  let came = 0
  for (const id of ids) {
    const card = json(`registers/${id}/register.json`)
    const files = {
      'register.json': JSON.stringify(card),
      'data.schema.json': JSON.stringify(json(`registers/${id}/data.schema.json`)),
    }
    const source = { kind: 'register', id, version: card.version, hash: id, folder: id, files } as const
    const definition = definitionOf(openPackage(source))
    const leaves: string[] = []
    const data = filled(definition.schema as Schema, '', leaves) as Record<string, unknown>
    const official = (role: string, organisation: string, emergency: boolean) =>
      whoIs({ ...atOffice, kind: 'official', id: 'x', organisation, roles: [role] }, undefined, card.owner, emergency)
    const readers = [
      ['nobody', whoIs({ ...nobody, kind: 'anonymous', id: 'x' }, undefined, card.owner)],
      ['the person it is about', ['everyone', 'subject']],
      [
        'the platform',
        whoIs({ ...nobody, kind: 'system', id: 'x', organisation: 'x', roles: ['platform'] }, undefined, card.owner),
      ],
      ...roles.flatMap(({ id: role }) => [
        [`${role} of the owner`, official(role, card.owner, false)] as const,
        [`${role} of another`, official(role, 'another', false)] as const,
        [`${role} of another in an emergency`, official(role, 'another', true)] as const,
      ]),
      ...(card.access as Entry[]).map(({ who }) => [who, [who]] as const),
    ] as const
    for (const [name, who] of readers) {
      const grants = grantsFor(definition, who, 'see')
      const got = grants.length === 0 ? [] : leavesIn(openPart(definition, grants, data))
      const wanted = leaves.filter(leaf => isOpened(card, who, leaf))
      expect(got.sort(), `${id}: ${name}`).toEqual(wanted.sort())
      asked += leaves.length
      came += got.length
    }
  }
  expect(asked).toBeGreaterThan(5_000)
  expect(came).toBeGreaterThan(500)
  expect(came).toBeLessThan(asked / 2)
})

test('labels are those of the law', () => {
  const known: readonly Label[] = [
    'open',
    'official-use',
    'personal',
    'special',
    'biometric',
    'tax-secret',
    'medical-secret',
    'bank-secret',
  ]
  const used = ids.flatMap(id => Object.values(json(`registers/${id}/register.json`).labels ?? {}))
  expect(used.filter(label => !known.includes(label as Label))).toEqual([])
})
