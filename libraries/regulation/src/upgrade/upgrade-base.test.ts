import { expect, it } from 'vitest'
import { actFromJoined } from '../edit/act-from-joined.ts'
import type { ActOfJoining, DigitalRegulation } from '../format/digital-regulation.ts'
import { joinRegulation } from '../join.ts'
import { actOfJoining, regulationOf, regulations, say } from '../testing/regulations.fixture.ts'
import { compareBases, upgradeBase } from './upgrade-base.ts'

const template = regulations.find(({ id }) => id === 'municipal-parking') ?? regulationOf('none', {})
const act = actOfJoining as unknown as ActOfJoining

function joinedTo(base: DigitalRegulation, by: ActOfJoining): DigitalRegulation {
  const joined = joinRegulation(base, by)
  if (!joined.ok) throw new Error(JSON.stringify(joined.problems))
  return joined.regulation
}

const newer: DigitalRegulation = {
  ...template,
  version: '1.1.0',
  // The template now says what the act said of the term, something else of the cars, and closes its name.
  deadline: { ...template.deadline, term: { workingDays: 3 } },
  criteria: template.criteria.map(one => ({ ...one, when: 'cars <= 3' })),
  changeable: (template.changeable ?? []).filter(place => place !== '/name'),
}

it('tells what only the act changed, what both did, and what may differ no more', () => {
  const { carried, brings } = compareBases(template, newer, act)
  expect(Object.fromEntries(carried.map(({ place, state }) => [place, state]))).toEqual({
    '/deadline/term': 'same',
    '/criteria/cars/when': 'both',
    '/name': 'closed',
    '/body': 'kept',
  })
  expect(carried.find(({ state }) => state === 'both')).toMatchObject({
    base: 'cars <= 2',
    mine: 'cars <= 1',
    theirs: 'cars <= 3',
  })
  expect(brings.map(({ place }) => place)).toContain('/criteria/cars/when')
})

it('moves the act to the newer template with what was chosen, and it stands on it', () => {
  const kept = upgradeBase(template, newer, act, [])
  expect(joinedTo(newer, kept).criteria[0]?.when).toBe('cars <= 1')
  const taken = upgradeBase(template, newer, act, ['/criteria/cars/when'])
  const joined = joinedTo(newer, taken)
  expect(joined).toMatchObject({ base: 'municipal-parking@1.1.0', body: 'org:health', name: template.name })
  expect(joined.criteria[0]?.when).toBe('cars <= 3')
})

it('comes back to the act from what it joins to, and writes no more than what differs', () => {
  const joined = joinedTo(template, act)
  expect(Object.keys(actFromJoined(template, joined, act).changes).toSorted()).toEqual(
    Object.keys(act.changes).toSorted(),
  )
  expect(joinedTo(template, actFromJoined(template, joined, act))).toEqual(joined)
  const renamed = { ...joined, name: say('Other'), assurance: 'low' as const }
  const { changes } = actFromJoined(template, renamed, act)
  expect(changes['/name']).toEqual(say('Other'))
  expect(Object.keys(changes)).not.toContain('/assurance')
})
