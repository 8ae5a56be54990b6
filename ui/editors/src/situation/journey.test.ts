import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readContent } from '@tereze/catalogue'
import { aroundRegulations, readSource } from '@tereze/regulation'
import { describe, expect, it } from 'vitest'
import { addStep, placeStep, removeStep, wayOf } from './change-journey.ts'
import { hiddenServices, journeyOf } from './journey.ts'
import { givenShape, madePerson } from './trial.ts'

const folder = new URL('../../../../content/situations/birth-of-a-child/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8')
const situation: unknown = JSON.parse(read('situation.json'))
const ids = (value: unknown) => journeyOf(value).map(({ id, steps }) => [id, ...steps.map(step => step.id)])
const byId = (value: unknown, id: string) =>
  journeyOf(value)
    .flatMap(({ steps }) => steps)
    .find(step => step.id === id)?.index ?? -1

describe('the picture of a journey', () => {
  it('has a moment after the other, with steps, their services, and what they wait for', () => {
    expect(ids(situation)).toEqual([
      ['opened', 'reported', 'name', 'certificate'],
      ['registered', 'one-time-benefit', 'monthly-benefit', 'clinic', 'kindergarten', 'nurse', 'kindergarten-place'],
    ])
    const steps = journeyOf(situation).flatMap(moment => moment.steps)
    expect(steps.find(({ id }) => id === 'certificate')).toMatchObject({ starts: 'automatic', by: 'us', entry: 0 })
    expect(steps.find(({ id }) => id === 'monthly-benefit')?.waits).toEqual([
      'entitlements',
      'family',
      'income',
      'spouseIncome',
    ])
    expect(hiddenServices(situation)).toEqual([])
  })

  it('keeps a step whose moment nobody declares in sight', () => {
    const strange = { steps: [{ id: 'a', text: '', by: 'us', moment: 'never' }], moments: [], services: [] }
    expect(ids(strange)).toEqual([['opened'], ['never', 'a']])
  })

  it('moves a step along its moment and into another one, and back without a trace', () => {
    const clinic = byId(situation, 'clinic')
    const on = wayOf(situation, clinic, 'on')
    const moved = placeStep(situation, clinic, on?.to ?? -1, on?.moment ?? '')
    expect(ids(moved)[1]?.slice(3, 5)).toEqual(['kindergarten', 'clinic'])
    expect(placeStep(moved, on?.to ?? -1, clinic, 'registered')).toEqual(situation)
    const earlier = wayOf(situation, clinic, 'earlier')
    expect(ids(placeStep(situation, clinic, earlier?.to ?? -1, earlier?.moment ?? ''))[0]).toContain('clinic')
    expect(wayOf(situation, byId(situation, 'reported'), 'back')).toBeNull()
    expect(wayOf(situation, byId(situation, 'reported'), 'earlier')).toBeNull()
  })

  it('adds a step with its service and takes both away again; a service shown twice stays', () => {
    const added = addStep(situation, 'registered', 'pharmacy-licence')
    expect(ids(added)[1]?.at(-1)).toBe('pharmacy-licence')
    expect(journeyOf(added)[1]?.steps.at(-1)).toMatchObject({ starts: 'offer', when: 'true' })
    expect((added as { services: { for: string }[] }).services.at(-1)?.for).toBe('mother')
    expect(removeStep(added, byId(added, 'pharmacy-licence'))).toEqual(situation)
    const twice = addStep(situation, 'registered', 'health-attachment')
    expect(hiddenServices(removeStep(twice, byId(twice, 'clinic')))).toEqual([])
    expect(addStep(situation, 'opened', null)).toMatchObject({
      services: (situation as { services: unknown }).services,
    })
  })
})

describe('what a situation is tried out with', async () => {
  const published = await readContent(fileURLToPath(new URL('../../../../content', import.meta.url)))
  const files = new Map([
    ['situation.json', read('situation.json')],
    ['sources.json', read('sources.json')],
  ])
  const desk = { value: situation, files, around: aroundRegulations(published.map(readSource)) }
  const today = new Date('2026-03-09T00:00:00Z')

  it('is a record and facts in the shape of the contracts that give them', () => {
    const shape = givenShape(desk)
    expect(shape.kind === 'object' && shape.members.map(({ name }) => name)).toEqual(['record', 'facts'])
    const whole = madePerson(desk, 'nothing-yet', today)
    expect(whole.event).toBe('registers.record-changed')
    expect(whole.record).toMatchObject({ status: 'registered', child: { born: '2026-03-02' } })
    expect(Object.keys(whole.facts)).toHaveLength(8)
    expect(whole.facts).toMatchObject({ entitlements: [], attachment: null })
    expect(madePerson(desk, 'everything', today).facts.attachment).not.toBeNull()
    expect(Object.values(madePerson(desk, 'little', today).facts)).toEqual(Array.from({ length: 8 }, () => null))
  })

  it('is anything where nobody knows the contracts yet', () => {
    expect(madePerson({ ...desk, around: null }, 'everything', today)).toMatchObject({
      record: {},
      facts: { family: null },
    })
  })
})
