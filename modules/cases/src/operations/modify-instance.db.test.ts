import { describe, expect, it } from 'vitest'
import { casesPlatform, done, type Place } from '../cases-platform.fixture.ts'
import {
  type InstanceChange,
  listIncidents,
  listInstances,
  listInterventions,
  modifyInstance,
} from '../contract/index.ts'
import { addVersion, broken, reason, stoppedCase } from '../operating.fixture.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
const worker = cases.official('worker')

async function standing(place: Place) {
  const { items } = done(await cases.run(listInstances, place, operator))
  const [instance] = items
  if (instance === undefined) throw new Error('no process runs')
  return instance
}

async function change(place: Place, wish: InstanceChange, more: object = {}) {
  const { instance } = await standing(place)
  return cases.run(modifyInstance, { ...place, instance, change: wish, reason, ...more }, operator)
}

const kinds = (reply: unknown) => (reply as { effects: { kind: string }[] }).effects.map(({ kind }) => kind)

describe('modify-instance', () => {
  it('shows in words what would come of it, and writes nothing', async () => {
    const { place, task } = await cases.inReview()
    const shown = await change(place, { kind: 'move', token: task.task, to: 'supply' }, { preview: true })
    expect(shown).toMatchObject({
      preview: true,
      effects: expect.arrayContaining([
        expect.objectContaining({ kind: 'task-closes', node: 'review' }),
        expect.objectContaining({ kind: 'task-opens', node: 'supply' }),
        expect.objectContaining({ kind: 'timer', node: 'supply-overdue' }),
      ]),
    })
    expect((await standing(place)).tokens).toMatchObject([{ token: task.task }])
    expect(done(await cases.run(listInterventions, place, operator)).items).toEqual([])
  })

  it('shows everything until the process waits again, not only the first step, and keeps nothing of it', async () => {
    const { mother, place, task } = await cases.inReview()
    const before = [await standing(place), await cases.office(place), await cases.seen(place, mother.actor)]
    const wish = { kind: 'move', token: task.task, to: 'eligibility' } as const
    const shown = await change(place, wish, { preview: true })
    const steps = (shown as { effects: { kind: string; node: string | null }[] }).effects.map(
      ({ kind, node }) => `${kind} ${node}`,
    )
    expect(steps).toEqual(['task-closes review', 'step eligibility', 'task-opens review'])
    expect([await standing(place), await cases.office(place), await cases.seen(place, mother.actor)]).toEqual(before)
    expect(kinds(await change(place, wish))).toEqual(steps.map(step => step.split(' ')[0]))
  })

  it('moves a token: one task closes, another opens, the applicant is told, the reason is kept', async () => {
    const { mother, place, task } = await cases.inReview()
    done(await change(place, { kind: 'move', token: task.task, to: 'supply' }))
    const seen = await cases.seen(place, mother.actor)
    expect(seen.card.yourTask).toMatchObject({ form: 'supply' })
    expect(seen.card.waiting).toBe('applicant')
    expect(seen.timeline.map(({ text }) => text.en)).toContain('We put your case back on its way')
    expect(done(await cases.run(listInterventions, place, operator)).items).toMatchObject([
      { kind: 'move', element: 'supply', official: operator.id, reason },
    ])
  })

  it('takes a case past an incident', async () => {
    addVersion(cases, 'process', 'standard-service', '1.0.1', broken)
    const { place, incident } = await stoppedCase(cases)
    addVersion(cases, 'process', 'standard-service', '1.0.2')
    done(await change(place, { kind: 'move', token: incident, to: 'review' }))
    expect((await standing(place)).tokens).toMatchObject([{ place: { node: 'review' }, doing: 'task' }])
    const { items } = done(await cases.run(listIncidents, { organisation: place.organisation }, operator))
    expect(items.filter(one => one.case === place.case)).toEqual([])
  })

  it('adds a token, and takes one away', async () => {
    const { place } = await cases.inReview()
    expect(kinds(await change(place, { kind: 'add', to: 'supply' }))).toContain('task-opens')
    const { tokens } = await standing(place)
    expect(tokens.map(one => one.place.node).sort()).toEqual(['review', 'supply'])
    const added = tokens.find(one => one.place.node === 'supply')?.token ?? ''
    expect(kinds(await change(place, { kind: 'cancel-token', token: added }))).toContain('task-closes')
    expect((await standing(place)).tokens).toHaveLength(1)
  })

  it('holds a process, and lets it go on', async () => {
    const { mother, place } = await cases.inReview()
    expect(kinds(await change(place, { kind: 'suspend' }))).toEqual(['held'])
    expect((await standing(place)).status).toBe('suspended')
    expect(await change(place, { kind: 'suspend' })).toMatchObject({ code: 'cases.modification-impossible' })
    expect(kinds(await change(place, { kind: 'resume' }))).toEqual(['released'])
    expect((await standing(place)).status).toBe('active')
    const lines = (await cases.seen(place, mother.actor)).timeline.map(({ text }) => text.en)
    expect(lines.slice(0, 2)).toEqual([
      'Your case goes on',
      'We have halted your case to look into a technical fault; its term goes on',
    ])
  })

  it('ends a case without a decision by an act with the reason', async () => {
    const { mother, place } = await cases.inReview()
    expect(kinds(await change(place, { kind: 'cancel' }, { preview: true }))).toEqual(
      expect.arrayContaining(['task-closes', 'ends', 'case-ends']),
    )
    done(await change(place, { kind: 'cancel' }))
    const seen = await cases.seen(place, mother.actor)
    expect(seen.card).toMatchObject({ status: 'closed', outcome: 'discontinued', waiting: null })
    expect(seen.acts.at(-1)).toMatchObject({ kind: 'discontinuance', text: { en: reason } })
    expect((await cases.office(place)).tasks).toEqual([])
  })

  it('makes no legal act, steps over no decision, and ends no appeal', async () => {
    const { place, task } = await cases.inReview()
    for (const to of ['decide', 'write-records', 'order-payments', 'nowhere'])
      expect(await change(place, { kind: 'move', token: task.task, to })).toMatchObject({
        code: 'cases.modification-impossible',
        params: { reason: 'place' },
      })
    const appeal = await cases.appealed()
    expect(await change(appeal.place, { kind: 'cancel' })).toMatchObject({ code: 'cases.status-unfit' })
  })

  it('is not for who decides, nor for an own case, nor for a process of another case', async () => {
    const { mother, place } = await cases.inReview()
    const { instance } = await standing(place)
    const wish = { instance, change: { kind: 'suspend' as const }, reason }
    expect(await cases.run(modifyInstance, { ...place, ...wish }, worker)).toMatchObject({
      code: 'operations.permission-missing',
    })
    expect(await cases.run(modifyInstance, { ...place, ...wish }, { ...operator, id: mother.actor.id })).toMatchObject({
      code: 'cases.own-case',
    })
    const other = await cases.inReview()
    expect(await cases.run(modifyInstance, { ...other.place, ...wish }, operator)).toMatchObject({
      code: 'cases.instance-not-found',
    })
  })
})
