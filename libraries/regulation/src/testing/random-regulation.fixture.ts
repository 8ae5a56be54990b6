import type { DigitalRegulation } from '../format/digital-regulation.ts'
import type { Need } from '../format/needs.ts'
import { regulationOf, say } from './regulations.fixture.ts'

/** Numbers that look random and are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const conditions: Readonly<Record<string, (id: string, number: number) => string>> = {
  number: (id, number) =>
    number % 2 === 0 ? `${id} >= ${number % 90}` : `${id} in [${number % 50}..${(number % 50) + 40}]`,
  money: (id, number) => `number(${id}.amount) ${number % 2 === 0 ? '<=' : '>'} ${1_000 + (number % 9) * 1_111}`,
  date: (id, number) =>
    `date(${id}) ${number % 2 === 0 ? '>' : '<='} today() ${number % 3 === 0 ? `- duration("P${(number % 20) + 1}D")` : ''}`,
  'yes-no': (id, number) => `${id} = ${number % 2 === 0}`,
  choice: (id, number) => `${id} ${number % 2 === 0 ? '=' : '!='} "b"`,
  text: id => `${id} != "Nobody"`,
}

/** A regulation that stands and that nobody has written: the same for the same seed. */
export function randomRegulation(seed: number): DigitalRegulation {
  const random = randomOf(seed)
  const below = (most: number) => Math.floor(random() * most)
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item
  const kinds = Object.keys(conditions) as NonNullable<Need['as']>[]
  const body = pick(['org:social-protection', 'org:education', 'org:health'])
  const questions = Array.from({ length: below(3) }, (_, index) => `question${index + 1}`)
  const variants = questions.map((name, index) => ({
    id: `variant-${index + 1}`,
    name: say(`Variant ${index + 1}`),
    when: `${questions
      .slice(0, index)
      .map(other => `${other} = "no" and `)
      .join('')}${name} = "yes"`,
  }))
  const fields = Array.from({ length: below(5) }, (_, index): Need => {
    const as = pick(kinds)
    return {
      id: `field${index + 1}`,
      kind: 'information',
      name: say(`Field ${index + 1}`),
      clause: '1.2',
      from: 'applicant',
      as,
      ...(as === 'choice' ? { answers: ['a', 'b', 'c'].map(id => ({ id, text: say(`Answer ${id}`) })) } : {}),
      ...(as === 'number' ? { min: 0, max: 500 } : {}),
    }
  })
  const files = Array.from(
    { length: below(3) },
    (_, index): Need => ({
      id: `paper${index + 1}`,
      kind: 'document',
      name: say(`Paper ${index + 1}`),
      clause: '1.3',
      from: 'applicant',
      as: 'files',
      ...(variants.length > 0 && below(2) === 0 ? { variants: [pick(variants).id] } : {}),
    }),
  )
  const base = regulationOf(`random-${seed}`, {})
  const years = 5 + below(60)
  const ofPerson = [
    `years and months duration(date(applicant.born), today()).years ${pick(['>=', '<'])} ${years}`,
    `applicant.sex = "${pick(['male', 'female'])}"`,
  ]
  const criteria = [
    ...fields.map(({ id, as = 'text' }) => conditions[as]?.(id, below(1_000)) ?? 'true'),
    ...ofPerson.slice(0, below(3)),
  ]
  const official = below(3) === 0
  const category = below(2) === 0
  return {
    ...base,
    body,
    level: pick(['national', 'regional', 'municipal']),
    questionnaire: questions.map(name => ({
      id: name,
      name,
      text: say(`${name}?`),
      answers: ['yes', 'no'].map(id => ({ id, text: say(id) })),
    })),
    variants: [...variants, { id: 'others', name: say('Others'), when: 'true' }],
    needs: [...base.needs, ...fields, ...files],
    ...(category
      ? {
          applicants: [
            {
              id: 'grown-up',
              name: say('Grown-up'),
              clause: '1.1',
              when: 'date(applicant.born) <= today() - duration("P5Y")',
              mayActThrough: [],
            },
          ],
          notApplicant: { clause: '1.1', text: say('Too young.'), remedy: say('Wait.') },
        }
      : {}),
    criteria: criteria.map((when, index) => ({
      id: `criterion-${index + 1}`,
      clause: '1.2',
      text: say(`Criterion ${index + 1} holds`),
      when,
      ground: {
        id: `ground-${index + 1}`,
        text: say(`Criterion ${index + 1} does not hold`),
        remedy: say('Try again.'),
      },
    })),
    ...(official
      ? {
          automatic: undefined,
          suspension: [{ id: 'unclear', clause: '1.5', text: say('Unclear'), until: 'answer or P10D' }],
        }
      : {}),
    ...(below(3) === 0 ? { fee: { clause: '1.5', sum: { amount: '100.00', currency: 'DMD' } } } : {}),
  }
}
