import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type IdentifierScheme, isIdentifier } from '@tereze/identifiers'
import fc from 'fast-check'
import { Compile } from 'typebox/schema'
import { describe, expect, it } from 'vitest'
import {
  CHUNK,
  type Chunk,
  type CountryParameters,
  type DemoPersona,
  type DemoRecord,
  type FilledRegister,
  generateCountry,
} from './index.ts'

const content = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../content/${path}`, import.meta.url), 'utf8'))
const parameters = content('demo/country.json') as CountryParameters
const { identifiers: schemes } = content('jurisdictions/demo/identifiers.json') as { identifiers: IdentifierScheme[] }
const personScheme = schemes.find(({ id }) => id === 'person-number') as IdentifierScheme
const asOf = '2026-03-02'
const generate = (seed: string, people: number) => [...generateCountry({ seed, asOf, people, parameters, schemes })]

interface Text {
  readonly [name: string]: unknown
}
const recordsOf = (chunks: readonly Chunk[], register: FilledRegister): DemoRecord[] =>
  chunks.flatMap(chunk => (chunk.kind === 'records' && chunk.register === register ? [...chunk.records] : []))
const personasOf = (chunks: readonly Chunk[]): DemoPersona[] =>
  chunks.flatMap(chunk => (chunk.kind === 'personas' ? [...chunk.personas] : []))
const yearsAt = (born: string, date: string) =>
  Number(date.slice(0, 4)) - Number(born.slice(0, 4)) - (date.slice(5) < born.slice(5) ? 1 : 0)
const country = generate('demo', 2_000)
const born = new Map(recordsOf(country, 'people').map(({ id, data }) => [id, data.born as string]))
const small = fc.record({ seed: fc.string({ maxLength: 12 }), people: fc.integer({ min: 40, max: 300 }) })

describe('the demo country', () => {
  it('is the same for the same seed and date, to the letter', () => {
    const digest = createHash('sha256')
      .update(JSON.stringify(generate('demo', 300)))
      .digest('hex')
    // Other parameters are another country: whoever changes them changes this line knowingly.
    expect(digest).toBe('526dc56d890f2927d6188e9bd12e3f6f19ea80bc882e9739c2047793f790b197')
    fc.assert(
      fc.property(small, ({ seed, people }) => {
        expect(generate(seed, people)).toEqual(generate(seed, people))
      }),
      { numRuns: 10 },
    )
  })

  it('is another country for another seed', () => {
    expect(recordsOf(generate('one', 100), 'people')[40]).not.toEqual(recordsOf(generate('two', 100), 'people')[40])
  })

  it('has exactly as many people as asked for', () => {
    fc.assert(
      fc.property(small, ({ seed, people }) => {
        expect(recordsOf(generate(seed, people), 'people')).toHaveLength(people)
      }),
      { numRuns: 15 },
    )
  })

  it('refers only to what came before', () => {
    fc.assert(
      fc.property(small, ({ seed, people }) => {
        const known = new Set<string>()
        for (const chunk of generate(seed, people)) {
          if (chunk.kind !== 'records') continue
          for (const { id, data } of chunk.records) {
            for (const [text] of JSON.stringify(data).matchAll(/(?:person|address|organisation)_[0-9a-f-]{36}/g)) {
              expect(known).toContain(text)
            }
            known.add(id)
          }
        }
      }),
      { numRuns: 8 },
    )
  })

  it('gives every record, official and document its own id of the shape of UUIDv7', () => {
    const ids = country.flatMap(chunk =>
      chunk.kind === 'records'
        ? chunk.records.map(({ id }) => id)
        : chunk.kind === 'officials'
          ? chunk.officials.map(({ official }) => official)
          : [],
    )
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids)
      expect(id).toMatch(/^[a-z]+_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it.each([
    'addresses',
    'organisations',
    'people',
    'families',
    'births',
    'bank-accounts',
    'incomes',
    'kindergarten-queue',
    'representatives',
  ] as const)('fits the schema of register %s', register => {
    const schema = Compile(content(`registers/${register}/data.schema.json`) as Text)
    const records = recordsOf(country, register)
    expect(records.length).toBeGreaterThan(0)
    for (const { data } of records) if (!schema.Check(data)) expect(schema.Errors(data)[1]).toEqual([])
  })

  it('gives nobody two jobs with one employer', () => {
    const keys = recordsOf(generate('tereze', 6_000), 'incomes').map(
      ({ data }) => `${data.person} ${data.year} ${data.employer} ${data.source}`,
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('keeps the keys of the registers unique', () => {
    const keysOf = (register: FilledRegister, key: (data: Text) => unknown) =>
      recordsOf(country, register)
        .map(({ data }) => key(data))
        .filter(value => value !== undefined)
    for (const keys of [
      keysOf('people', data => data.identifier),
      keysOf('people', data => data.phone),
      keysOf('addresses', data => data.code),
      keysOf('bank-accounts', data => data.number),
      keysOf('births', data => data.actNumber),
      keysOf('births', data => `${data.ward} ${data.notificationId}`),
      keysOf('incomes', data => `${data.person} ${data.year} ${data.employer} ${data.source}`),
      keysOf('families', data => (data.kind === 'parentage' ? `${data.parent} ${data.child}` : undefined)),
    ]) {
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('has numbers, phones and mail addresses that cannot be those of anybody', () => {
    for (const { data } of recordsOf(country, 'people')) {
      if (data.identifier !== undefined) expect(isIdentifier(personScheme, data.identifier as string)).toBe(true)
      expect(data.citizenship === parameters.country).toBe(data.identifier !== undefined)
      if (data.phone !== undefined) expect(data.phone).toMatch(/^\+999\d{9}$/)
      if (data.email !== undefined) expect(data.email).toMatch(/^[a-z0-9.-]+@mail\.example$/)
    }
  })

  it('has families as they are', () => {
    for (const [, date] of born) {
      expect(date <= asOf).toBe(true)
      expect(yearsAt(date, asOf)).toBeLessThanOrEqual(100)
    }
    for (const { data } of recordsOf(country, 'families')) {
      if (data.kind === 'marriage') {
        for (const spouse of [data.spouseA, data.spouseB]) {
          expect(yearsAt(born.get(spouse as string) ?? '', data.from as string)).toBeGreaterThanOrEqual(14)
        }
      } else if (data.as === 'mother') {
        const age = yearsAt(born.get(data.parent as string) ?? '', born.get(data.child as string) ?? '')
        expect(age).toBeGreaterThanOrEqual(17)
        expect(age).toBeLessThanOrEqual(52)
      }
    }
  })

  it('has a believable share of children, of old people and of those who work', () => {
    const ages = [...born.values()].map(date => yearsAt(date, asOf))
    const share = (of: (age: number) => boolean) => ages.filter(of).length / ages.length
    expect(share(age => age < 18)).toBeGreaterThan(0.22)
    expect(share(age => age < 18)).toBeLessThan(0.42)
    expect(share(age => age >= 63)).toBeGreaterThan(0.07)
    expect(share(age => age >= 63)).toBeLessThan(0.2)
    const earners = new Set(recordsOf(country, 'incomes').map(({ data }) => data.person))
    expect(earners.size / ages.length).toBeGreaterThan(0.25)
  })

  it('reports contradicting incomes of some, and of the persona made for it', () => {
    const persona = personasOf(country).find(({ persona }) => persona === 'conflicting-incomes')
    const reports = recordsOf(country, 'incomes').filter(
      ({ data }) => data.person === persona?.person && data.year === 2025,
    )
    expect(reports.map(({ data }) => [data.source, (data.monthly as Text).amount])).toEqual([
      ['employer', '60000.00'],
      ['pension-fund', '180000.00'],
    ])
  })

  it('has the personas to sign in as, one of them without a personal number', () => {
    const personas = personasOf(country)
    expect(personas.map(({ persona }) => persona)).toEqual(parameters.personas.map(({ id }) => id))
    expect(personas.filter(({ identifier }) => identifier === null).map(({ persona }) => persona)).toEqual([
      'foreign-mother',
    ])
    for (const { person } of personas) expect(born.has(person)).toBe(true)
  })

  it('comes in pieces that do not grow with the country', () => {
    let largest = 0
    for (const chunk of generateCountry({ seed: 'demo', asOf, people: 15_000, parameters, schemes })) {
      if (chunk.kind === 'records') largest = Math.max(largest, chunk.records.length)
    }
    expect(largest).toBeLessThanOrEqual(CHUNK + 100)
  })
})
