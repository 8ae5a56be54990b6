import { expressionsIn } from '../check/visit.ts'
import type { Need } from '../format/needs.ts'
import { currencyOf } from '../generate/fields.ts'
import { below, isObject } from '../places.ts'
import { memberOf, objectIn, type Plan } from '../plan.ts'
import type { Schema } from '../surroundings.ts'
import { type Hints, hintsIn } from './hints.ts'
import { storyDay } from './moment.ts'
import { candidatesFor, type References, sampleOf } from './samples.ts'

/** One thing that may be so or otherwise in a story: a field, a member of an answer, whether a record is there. */
export interface Dimension {
  /** The need or question that it belongs to. */
  readonly of: string
  /** Where in its value; empty for the whole. */
  readonly place: string
  readonly candidates: readonly unknown[]
}

/** What stories call the people and things in them. */
export const references: References = { person: '@applicant', account: '@applicant.account1' }

/** A contract whose answers the people of a story give by themselves. */
export const toldByPeople = {
  'civil-registry.person': 'person',
  'civil-registry.family-of-person': 'family',
  'demo-bank.accounts-of-person': 'accounts',
} as const

/** By which of its people's facts a story answers a contract; null where it has to say the answer. */
export function toldAs(need: Need): (typeof toldByPeople)[keyof typeof toldByPeople] | null {
  const name = need.contract?.split('@')[0] ?? ''
  if (need.input?.person !== '= case.applicant') return null
  return Object.hasOwn(toldByPeople, name) ? toldByPeople[name as keyof typeof toldByPeople] : null
}

function fieldCandidates(need: Need, hints: Hints, currency: string): unknown[] {
  const { as, answers = [], example, min = 0, max = Number.POSITIVE_INFINITY } = need
  const list = (): unknown[] => {
    switch (as) {
      case 'choice':
        return answers.map(({ id }) => id)
      case 'yes-no':
        return [true, false]
      case 'number':
        return [min, ...hints.numbers.filter(number => number >= min && number <= max)]
      case 'money':
        return hints.amounts.map(amount => ({ amount, currency }))
      case 'date':
        return [storyDay, ...hints.dates]
      case 'files':
        return [[{ id: `file_${need.id.toLowerCase()}`, name: `${need.id}.pdf` }]]
      case 'bank-account':
        return ['@applicant.account1']
      case 'child':
        return ['@child1']
      default:
        return example === undefined ? ['Sample text', ...hints.texts] : [example]
    }
  }
  return need.optional === true ? [...list(), null] : list()
}

const people = { born: '/born', sex: '/sex', citizenship: '/citizenship', region: '/residence/region' }

/** Children of a family by how old they are, in years before the day of the story. */
function childrenCandidates(hints: Hints): unknown[] {
  const births = ['2026-02-20', '2016-05-02', '2004-05-01', ...hints.dates.filter(date => date <= storyDay)]
  const lengths = [
    1,
    0,
    2,
    3,
    4,
    5,
    6,
    ...hints.numbers.filter(number => Number.isInteger(number) && number > 6 && number < 12),
  ]
  return lengths.flatMap(length =>
    length === 0 ? [[]] : births.slice(0, 40).map(born => Array.from({ length }, () => born)),
  )
}

/** The members of an answer or a record that expressions read, each once, at the place where it may first be null. */
function placesRead(
  schema: Schema,
  paths: readonly (readonly string[])[],
): { readonly place: string; readonly schema: Schema; readonly name: string }[] {
  const found = new Map<string, { place: string; schema: Schema; name: string }>()
  for (const path of paths) {
    let part: Schema | undefined = schema
    let place = ''
    for (const [index, step] of path.entries()) {
      if (objectIn(part)?.type === 'array') break
      const next: Schema | undefined = memberOf(part, step)
      if (next === undefined) break
      place = below(place, step)
      part = next
      const isOpen = part.anyOf !== undefined || part.oneOf !== undefined
      const isLeaf = index === path.length - 1 || objectIn(part)?.type === 'array'
      if (isOpen || isLeaf) found.set(place, { place, schema: part, name: step })
    }
  }
  // An amount of money is read whole or by its amount: the currency never differs.
  return [...found.values()].flatMap(one => {
    const own = objectIn(one.schema)
    const amount = memberOf(own, 'amount')
    if (own?.type !== 'object' || amount === undefined || memberOf(own, 'currency') === undefined) return [one]
    return [{ place: below(one.place, 'amount'), schema: amount, name: 'amount' }]
  })
}

/** Everything that may be otherwise in a story about a regulation, with the values worth trying. */
export function dimensionsOf(plan: Plan): Dimension[] {
  const { regulation, reader } = plan
  const { readingOf } = reader
  const expressions = expressionsIn(regulation)
  const hints = hintsIn(
    plan,
    expressions.map(({ text }) => text),
  )
  const paths = expressions.flatMap(({ text }) => readingOf(text).paths)
  const currency = currencyOf(plan)
  const own = { ...references, currency }
  const questions = plan.questions.map(
    ({ name, answers }): Dimension => ({ of: name, place: '', candidates: answers.map(({ id }) => id) }),
  )
  const examples = (id: string) =>
    regulation.criteria.flatMap(({ examples: list = [] }) =>
      list.flatMap(({ given }) => (id in given ? [given[id]] : [])),
    )
  const needs = regulation.needs.flatMap((need): Dimension[] => {
    const read = paths.filter(([root]) => root === need.id).map(([, ...rest]) => rest)
    if (need.from === 'applicant')
      return [{ of: need.id, place: '', candidates: [...fieldCandidates(need, hints, currency), ...examples(need.id)] }]
    const told = toldAs(need)
    const body = plan.around.bodies.find(({ id }) => id === plan.body)
    if (told === 'person') {
      // The region of the body itself is the usual one; that of another body is where a region keeps others out.
      const regionsOf = (some: typeof plan.around.bodies) =>
        some.flatMap(({ departments }) => departments.flatMap(({ region }) => region ?? []))
      const regions = regionsOf([...(body === undefined ? [] : [body]), ...plan.around.bodies])
      const known: Readonly<Record<keyof typeof people, readonly unknown[]>> = {
        born: ['1990-05-05', ...hints.dates.filter(date => date <= storyDay)],
        sex: ['female', 'male'],
        citizenship: ['XD', ...hints.texts.filter(text => /^[A-Z]{2}$/.test(text)), 'XX'],
        region: regions.length === 0 ? ['north'] : regions,
      }
      return Object.entries(known).map(([name, candidates]) => ({
        of: need.id,
        place: people[name as keyof typeof people],
        candidates,
      }))
    }
    if (told === 'family')
      return [
        { of: need.id, place: '/children', candidates: childrenCandidates(hints) },
        { of: need.id, place: '/spouse', candidates: [null, 'spouse'] },
      ]
    if (told === 'accounts') return [{ of: need.id, place: '', candidates: ['account', 'none'] }]
    if (need.from === 'exchange') {
      const schema = plan.contract(need)?.response ?? {}
      const ofValue =
        need.value === undefined
          ? []
          : readingOf(need.value.slice(2))
              .paths.filter(([root]) => root === 'answer')
              .map(([, ...rest]) => rest)
      return [
        ...placesRead(schema, [...read, ...ofValue]).map(
          ({ place, schema: part, name }): Dimension => ({
            of: need.id,
            place,
            candidates: candidatesFor(part, name, hints, own),
          }),
        ),
        ...examples(need.id).flatMap(value =>
          isObject(value)
            ? Object.entries(value).map(
                ([name, one]): Dimension => ({ of: need.id, place: below('', name), candidates: [one] }),
              )
            : [],
        ),
      ]
    }
    const schema = plan.register(need)?.schema ?? {}
    const fixed = new Set(Object.keys(need.where ?? {}))
    return [
      {
        of: need.id,
        place: '',
        candidates: need.many
          ? [0, 1, 2, 3, ...hints.numbers.filter(number => Number.isInteger(number) && number > 3 && number < 12)]
          : [0, 1],
      },
      ...placesRead(schema, read)
        .filter(({ place }) => !fixed.has(place.slice(1)) && place !== '/id')
        .map(
          ({ place, schema: part, name }): Dimension => ({
            of: need.id,
            place,
            candidates: candidatesFor(part, name, hints, own),
          }),
        ),
    ]
  })
  return merged([...questions, ...needs])
}

/** Two dimensions of one place are one. */
function merged(dimensions: readonly Dimension[]): Dimension[] {
  const found = new Map<string, Dimension>()
  for (const dimension of dimensions) {
    const key = `${dimension.of} ${dimension.place}`
    const before = found.get(key)?.candidates ?? []
    const texts = new Set<string>()
    const candidates = [...before, ...dimension.candidates].filter(value => {
      const text = JSON.stringify(value)
      if (texts.has(text)) return false
      texts.add(text)
      return true
    })
    found.set(key, { ...dimension, candidates })
  }
  return [...found.values()]
}

/** A whole answer of a contract, or record of a register, that fits its schema. */
export function wholeSample(schema: Schema, currency: string): Record<string, unknown> {
  const sample = sampleOf(schema, '', { ...references, currency })
  return isObject(sample) ? sample : {}
}
