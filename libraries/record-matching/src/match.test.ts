import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { blocksOf } from './blocks.ts'
import { type Feature, match, type Name } from './match.ts'

interface Someone {
  readonly names: readonly Name[]
  readonly born?: string
  readonly number?: string
  readonly sex?: string
}
const features = ({ names, born, number, sex }: Someone): Feature[] => [
  { id: 'name', as: 'person-name', values: names },
  { id: 'born', as: 'date', values: born === undefined ? [] : [born] },
  { id: 'number', as: 'identifier', values: number === undefined ? [] : [number] },
  { id: 'sex', as: 'exact', values: sex === undefined ? [] : [sex] },
]
const score = (a: Someone, b: Someone) => match(features(a), features(b)).score
const share = (a: Someone, b: Someone) => {
  const others = new Set(blocksOf(features(b)))
  return blocksOf(features(a)).some(block => others.has(block))
}

const aisulu: Someone = {
  names: [{ family: 'Тұлпарова', given: 'Айсұлу', patronymic: 'Серікқызы' }],
  born: '1996-05-04',
  sex: 'female',
}
const likely: [string, Someone][] = [
  ['in Latin letters', { ...aisulu, names: [{ family: 'Tulparova', given: 'Aisulu' }] }],
  [
    'in Russian, with a Russian patronymic',
    { ...aisulu, names: [{ family: 'Тулпарова', given: 'Айсулу', patronymic: 'Сериковна' }] },
  ],
  ['with a slip in the family name', { ...aisulu, names: [{ family: 'Тұлпрова', given: 'Айсұлу' }] }],
  ['with names in the wrong order', { ...aisulu, names: [{ family: 'Айсұлу', given: 'Тұлпарова' }] }],
  ['with day and month swapped', { ...aisulu, born: '1996-04-05' }],
  ['with a slip in the year', { ...aisulu, born: '1966-05-04' }],
]
const unlikely: [string, Someone][] = [
  ['another name', { ...aisulu, names: [{ family: 'Самалова', given: 'Гүлім' }] }],
  [
    'a sister',
    { ...aisulu, names: [{ family: 'Тұлпарова', given: 'Меруерт', patronymic: 'Серікқызы' }], born: '1999-11-20' },
  ],
  ['a brother', { ...aisulu, names: [{ family: 'Тұлпаров', given: 'Арман' }], born: '1994-02-17', sex: 'male' }],
  [
    'a namesake of another age',
    { ...aisulu, names: [{ family: 'Тұлпарова', given: 'Айсұлу', patronymic: 'Маратқызы' }], born: '1961-11-27' },
  ],
]

describe('one and the same', () => {
  it.each(likely)('%s', (_, other) => {
    expect(score(aisulu, other)).toBeGreaterThan(0.75)
    expect(share(aisulu, other)).toBe(true)
  })
})

describe('not the same', () => {
  it.each(unlikely)('%s', (_, other) => expect(score(aisulu, other)).toBeLessThan(0.7))
})

it('says why, feature by feature, and leaves out what one of them does not have', () => {
  const { evidence } = match(features(aisulu), features({ ...aisulu, born: '1996-04-05', number: 'X' }))
  expect(evidence).toEqual([
    { id: 'name', as: 'person-name', similarity: 1 },
    { id: 'born', as: 'date', similarity: 0.9 },
    { id: 'sex', as: 'exact', similarity: 1 },
  ])
  expect(match([], features(aisulu))).toEqual({ score: 0, evidence: [] })
})

it('compares titles of bodies whatever the order of their words', () => {
  const title = (...values: string[]): Feature[] => [{ id: 'title', as: 'title', values }]
  expect(match(title('Клиника Север'), title('Sever klinika')).score).toBe(1)
  expect(match(title('Клиника Север', 'North clinic'), title('NORTH  CLINIC')).score).toBe(1)
  expect(match(title('Клиника Север'), title('Школа Юг')).score).toBe(0)
})

const families = ['Тұлпаров', 'Самалов', 'Көктемов', 'Бұлақов', 'Күмісов', 'Жұлдызов', 'Шырақов', 'Аққуев']
const givens = ['Айсұлу', 'Арман', 'Меруерт', 'Гүлім', 'Ерлан', 'Дәурен', 'Жанар', 'Әлия']
const someone = fc.record({
  names: fc
    .tuple(fc.constantFrom(...families), fc.constantFrom(...givens))
    .map(([family, given]) => [{ family, given }]),
  born: fc
    .date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10)),
  sex: fc.constantFrom('female', 'male'),
})

test('a score is between 0 and 1, symmetric, and 1 with oneself', () => {
  fc.assert(
    fc.property(someone, someone, (a, b) => {
      expect(score(a, a)).toBe(1)
      expect(score(a, b)).toBeCloseTo(score(b, a), 12)
      expect(score(a, b)).toBeGreaterThanOrEqual(0)
      expect(score(a, b)).toBeLessThanOrEqual(1)
    }),
  )
})

const latin: Readonly<Record<string, string>> = {
  ұ: 'u',
  ү: 'u',
  ө: 'o',
  қ: 'q',
  ғ: 'gh',
  ң: 'ng',
  ә: 'a',
  і: 'i',
  ж: 'j',
  ш: 'sh',
}
const slip = fc.tuple(fc.nat(), fc.constantFrom('drop', 'double', 'swap'))
function slipped(text: string, [at, how]: readonly [number, string]): string {
  const place = 1 + (at % (text.length - 2))
  if (how === 'drop') return text.slice(0, place) + text.slice(place + 1)
  if (how === 'double') return text.slice(0, place) + text[place] + text.slice(place)
  return text.slice(0, place) + text[place + 1] + text[place] + text.slice(place + 2)
}

test('somebody written in other letters with a slip in a name or the date is compared with themselves', () => {
  fc.assert(
    fc.property(someone, slip, fc.constantFrom('family', 'given', 'born'), (person, wrong, where) => {
      const [name] = person.names
      if (name === undefined) return
      const spelt = (text: string) => [...text.toLowerCase()].map(letter => latin[letter] ?? letter).join('')
      const digits = person.born.replace(/\d$/, digit => String((Number(digit) + 1) % 10))
      const other: Someone = {
        ...person,
        born: where === 'born' ? digits : person.born,
        names: [
          {
            family: spelt(where === 'family' ? slipped(name.family, wrong) : name.family),
            given: spelt(where === 'given' ? slipped(name.given, wrong) : name.given),
          },
        ],
      }
      expect(share(person, other)).toBe(true)
      expect(score(person, other)).toBeGreaterThan(0.55)
    }),
    { numRuns: 500 },
  )
})

test('blocks stay small: of many people few share one', () => {
  const people = Array.from(
    { length: 4000 },
    (_, n): Someone => ({
      names: [{ family: families[n % 8] ?? '', given: givens[Math.floor(n / 8) % 8] ?? '' }],
      born: new Date(Date.UTC(1930 + (n % 90), (n * 7) % 12, 1 + ((n * 13) % 28))).toISOString().slice(0, 10),
    }),
  )
  const sizes = new Map<string, number>()
  for (const person of people)
    for (const block of blocksOf(features(person)).filter(block => !block.startsWith('n ')))
      sizes.set(block, (sizes.get(block) ?? 0) + 1)
  expect(Math.max(...sizes.values())).toBeLessThan(people.length / 50)
})
