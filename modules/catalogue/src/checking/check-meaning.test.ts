import type { JsonObject } from '@tereze/operation'
import { describe, expect, test } from 'vitest'
import type { PackageProblem } from '../contract/kinds.ts'
import type { PackageSource } from '../contract/packages.ts'
import { changed, rewritten, sourceOf, sources } from '../demo-content.fixture.ts'
import { openPackage } from '../reading/open-package.ts'
import { createPackageSet } from '../reading/packages.ts'
import { checkConcepts } from './check-concepts.ts'
import { checkMeaning } from './check-meaning.ts'

function problemsOf(source: PackageSource): PackageProblem[] {
  const all = createPackageSet()
  for (const other of sources)
    all.add(openPackage(other.kind === source.kind && other.id === source.id ? source : other))
  const pack = openPackage(source)
  return [...checkConcepts(pack, all), ...checkMeaning(pack, all)]
}

type Schema = { properties: Record<string, JsonObject> }
const births = sourceOf('register', 'births')
const family = sourceOf('contract', 'civil-registry.family-of-person')
const benefit = sourceOf('service', 'monthly-child-benefit')
const concepts = sourceOf('concept', 'concepts')
const withField = (source: PackageSource, field: string, schema: JsonObject) =>
  rewritten(source, 'data.schema.json', data => {
    const { properties } = data as unknown as Schema
    properties[field] = schema
  })
const withConcept = (change: (first: Record<string, unknown>, list: unknown[]) => void) =>
  rewritten(concepts, 'people.json', ({ concepts: list }) =>
    change((list as Record<string, unknown>[])[0] ?? {}, list as unknown[]),
  )

test('the whole content has one meaning for everything', () =>
  expect(sources.flatMap(source => problemsOf(source))).toEqual([]))

describe('one meaning is lost', () => {
  test.each<[string, PackageSource, Partial<PackageProblem>]>([
    [
      'by a field without a concept',
      withField(births, 'extra', { type: 'string' }),
      { file: 'data.schema.json', pointer: '/properties/extra', code: 'package.concept-missing' },
    ],
    [
      'by a second field of the same concept with another type',
      withField(births, 'extra', { type: 'integer', concept: 'concept:date-of-birth' }),
      {
        pointer: '/properties/extra',
        code: 'package.concept-type',
        params: { concept: 'date-of-birth', says: 'date', is: 'integer' },
      },
    ],
    [
      'by a concept that nobody declared',
      withField(births, 'extra', { type: 'string', concept: 'concept:star-sign' }),
      { pointer: '/properties/extra', code: 'package.concept-unknown', params: { concept: 'star-sign' } },
    ],
    [
      'by a code of its own',
      withField(births, 'extra', { enum: ['left'], concept: 'concept:sex' }),
      { pointer: '/properties/extra', code: 'package.concept-code', params: { concept: 'sex', value: 'left' } },
    ],
    [
      'by the answer of a contract',
      rewritten(family, 'contract.json', card => {
        const { properties } = card.response as unknown as Schema
        properties.mood = { type: 'string' }
      }),
      { file: 'contract.json', pointer: '/response/properties/mood', code: 'package.concept-missing' },
    ],
    [
      'by a register of something that is no record',
      rewritten(births, 'register.json', card => void Object.assign(card, { concept: 'concept:date' })),
      { file: 'register.json', pointer: '/concept', code: 'package.concept-type' },
    ],
    [
      'by an input of a decision that is no field',
      changed(benefit, {
        'decisions/eligibility.dmn': (benefit.files['decisions/eligibility.dmn'] ?? '').replace(
          '<inputData id="input-child" name="child">',
          '<inputData id="input-child" name="horoscope">',
        ),
      }),
      { file: 'decisions/eligibility.dmn', pointer: '/input-child', code: 'package.decision-input-unknown' },
    ],
    [
      'by a concept declared twice',
      withConcept((first, list) => void list.push(first)),
      { file: 'people.json', code: 'package.concept-repeated', params: { concept: 'person' } },
    ],
    [
      'by a concept without words',
      withConcept((first, list) => void list.push({ ...first, id: 'ghost' })),
      { file: 'people.json', code: 'package.concept-words-missing', params: { concept: 'ghost' } },
    ],
    [
      'by a concept of nobody',
      withConcept(first => void Object.assign(first, { owner: 'nobody' })),
      { file: 'people.json', pointer: '/concepts/0/owner', code: 'package.concept-owner-unknown' },
    ],
    [
      'by a part without a concept',
      withConcept((_, list) => void Object.assign(list[1] as object, { parts: { family: 'clan' } })),
      { file: 'people.json', pointer: '/concepts/1/parts/family', code: 'package.concept-unknown' },
    ],
    [
      'by a broader concept that is not there',
      withConcept(first => void Object.assign(first, { broader: 'being' })),
      { file: 'people.json', pointer: '/concepts/0/broader', code: 'package.concept-unknown' },
    ],
    [
      'by a register that is not there',
      withConcept(first => void Object.assign(first, { register: 'souls' })),
      { file: 'people.json', pointer: '/concepts/0/register', code: 'package.reference-unknown' },
    ],
  ])('%s', (_, source, problem) => {
    const problems = problemsOf(source)
    expect(problems).toContainEqual(expect.objectContaining(problem))
    expect(new Set(problems.map(({ package: of }) => of))).toEqual(new Set([`${source.kind}:${source.id}`]))
  })
})
