import { beforeEach, describe, expect, it } from 'vitest'
import { casesPlatform, done, type Place, type TaskPlace } from '../cases-platform.fixture.ts'
import { claimTask, listColleagues, listComments, reassignTask } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const colleague = cases.official('colleague')
const reason = 'The load is uneven'
let task: TaskPlace
let place: Place
beforeEach(async () => {
  ;({ task, place } = await cases.inReview())
})
const holder = async () => (await cases.office(place)).tasks.map(one => one.holder?.official ?? null)

describe('reassign-task', () => {
  it('gives a task to another, whoever holds it, and back to the unit', async () => {
    done(await cases.run(claimTask, task, worker))
    expect(await cases.run(reassignTask, { ...task, to: colleague.id, reason }, cases.head)).toEqual({
      task: task.task,
    })
    expect(await holder()).toEqual([colleague.id])
    await cases.pass('PT1M')
    done(await cases.run(reassignTask, { ...task, to: null, reason }, cases.head))
    expect(await holder()).toEqual([null])
    const { items } = done(await cases.run(listComments, place, cases.head))
    expect(items.map(({ kind, to, text }) => [kind, to?.official ?? null, text])).toEqual([
      ['reassigned', null, reason],
      ['reassigned', colleague.id, reason],
    ])
  })

  it('gives work whose term is over back to those from whom it came, of their unit and role alone', async () => {
    await cases.pass('P5D')
    const escalated = (await cases.office(place)).tasks
    expect(escalated).toMatchObject([{ role: 'head', escalated: true, may: { work: true, assign: true } }])
    const { items } = done(
      await cases.run(listColleagues, { organisation: place.organisation, about: task }, cases.head),
    )
    expect(items.map(({ official }) => official)).toContain(colleague.id)
    expect(items.map(({ official }) => official)).not.toContain(cases.official('southerner').id)
    expect(
      await cases.run(reassignTask, { ...task, to: cases.official('southerner').id, reason }, cases.head),
    ).toMatchObject({ code: 'cases.colleague-unfit' })
    done(await cases.run(reassignTask, { ...task, to: colleague.id, reason }, cases.head))
    expect((await cases.office(place)).tasks).toMatchObject([
      { role: 'case-worker', escalated: false, holder: { official: colleague.id } },
    ])
    expect((await cases.office(place)).timeline[0]?.text.en).toBe('A case worker goes on with the case')
    await cases.complete(task, colleague, { review: { outcome: 'granted', reason: 'The employer proves the sum' } })
    expect((await cases.office(place)).card.outcome).toBe('granted')
  })

  it('refuses who may not do the task', async () => {
    for (const name of ['southerner', 'appeal-officer', 'registrar'] as const)
      expect(await cases.run(reassignTask, { ...task, to: cases.official(name).id, reason }, cases.head)).toMatchObject(
        { code: 'cases.colleague-unfit', pointer: '/to' },
      )
    expect(await holder()).toEqual([null])
  })

  it('wants a reason', async () => {
    expect(await cases.run(reassignTask, { ...task, to: null, reason: ' ' }, cases.head)).toMatchObject({
      code: 'cases.reason-missing',
    })
  })

  it('is for heads, of their unit and territory', async () => {
    const give = { ...task, to: colleague.id, reason }
    expect(await cases.run(reassignTask, give, worker)).toMatchObject({ code: 'operations.permission-missing' })
    const unknown = { code: 'cases.task-not-found' }
    expect(await cases.run(reassignTask, give, { ...cases.head, unit: 'south' })).toMatchObject(unknown)
    expect(await cases.run(reassignTask, give, { ...cases.head, territory: '20' })).toMatchObject(unknown)
    expect(await cases.run(reassignTask, { ...give, task: 'none' }, cases.head)).toMatchObject(unknown)
    expect(await cases.run(reassignTask, give, { ...cases.head, unit: 'north', territory: '10' })).toEqual({
      task: task.task,
    })
  })
})
