import { beginLife, decideStep, type LifeCycle, type RuleMaking, type Step } from '@tereze/regulation'
import { expect, it } from 'vitest'
import { nextMoment } from './next-moment.ts'
import { turnsAfter } from './turns-after.ts'

const rules: RuleMaking = {
  format: 1,
  agreement: { least: 1, with: [], term: { workingDays: 10 } },
  disagreements: { by: 'org:government' },
  approval: { fourEyes: true },
  registration: { by: 'org:justice', term: { workingDays: 3 } },
  force: { after: 0 },
}
const count = (from: string, term: object) => ({
  date: `${from.slice(0, 10)} + ${Object.values(term)[0]}`,
  at: '2026-03-20T19:00:00Z',
})
const take = (life: LifeCycle, body: string, step: Step) => {
  const done = decideStep(life, step, { who: { official: 'one', body }, now: '2026-03-02T10:00:00Z', rules })
  if (!done.ok) throw new Error(done.code)
  return done.life
}
const asked = take(beginLife('org:owner', 'author', 'one'), 'org:owner', {
  step: 'ask-agreement',
  bodies: ['org:health', 'org:finance'],
  faults: 0,
})

it('keeps the terms of turns that go on; another text is another turn', () => {
  const first = turnsAfter([], asked, { rules, now: '2026-03-02T10:00:00Z', count })
  expect(first.map(({ due }) => due)).toEqual(['2026-03-02 + 10', '2026-03-02 + 10'])
  const spoken = take(asked, 'org:health', { step: 'give-position', position: 'agrees' })
  const second = turnsAfter(first, spoken, { rules, now: '2026-03-05T10:00:00Z', count })
  expect(second).toEqual([first[1]])
  const changed = take(spoken, 'org:owner', { step: 'change-text', content: 'two' })
  const third = turnsAfter(second, changed, { rules, now: '2026-03-06T10:00:00Z', count })
  expect(third.map(({ body, due }) => [body, due])).toEqual([
    ['org:health', '2026-03-06 + 10'],
    ['org:finance', '2026-03-06 + 10'],
  ])
})

it('has no term where the jurisdiction says none, or its calendar ends', () => {
  const draft = turnsAfter([], beginLife('org:owner', 'author', 'one'), { rules, now: '2026-03-02T10:00:00Z', count })
  expect(draft).toMatchObject([{ what: 'write', due: null }])
  const beyond = turnsAfter([], asked, { rules, now: '2026-03-02T10:00:00Z', count: () => null })
  expect(beyond).toMatchObject([{ due: null, dueAt: null }, { due: null }])
})

it('waits for the nearest term that is not over, the first day and the last, in the zone of the owner', () => {
  const turns = turnsAfter([], asked, { rules, now: '2026-03-02T10:00:00Z', count })
  expect(nextMoment(asked, turns, 'Asia/Almaty')).toBe('2026-03-20T19:00:00Z')
  expect(
    nextMoment(
      asked,
      turns.map(one => ({ ...one, late: true })),
      'Asia/Almaty',
    ),
  ).toBeNull()
  const awaiting: LifeCycle = { ...asked, stage: 'awaiting-force', inForce: '2026-05-01' }
  expect(Date.parse(nextMoment(awaiting, [], 'Asia/Almaty') ?? '')).toBe(Date.parse('2026-04-30T19:00:00Z'))
  const ending: LifeCycle = {
    ...awaiting,
    stage: 'in-force',
    end: { how: 'repealed', by: 'Order', from: '2026-06-01' },
  }
  expect(Date.parse(nextMoment(ending, [], 'UTC') ?? '')).toBe(Date.parse('2026-06-01T00:00:00Z'))
})
