import { beforeEach, describe, expect, it } from 'vitest'
import { casesPlatform, done, type Place, type TaskPlace } from '../cases-platform.fixture.ts'
import { appealDecision, claimTask } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const colleague = cases.official('colleague')
let task: TaskPlace
let place: Place
beforeEach(async () => {
  ;({ task, place } = await cases.inReview())
})
const holder = async () => (await cases.office(place)).tasks.map(one => one.holder?.official ?? null)

describe('claim-task', () => {
  it('gives a task of the own role to the official', async () => {
    expect(await holder()).toEqual([null])
    expect(await cases.run(claimTask, task, worker)).toEqual({ task: task.task })
    expect(await holder()).toEqual([worker.id])
  })

  it('gives it again to who holds it', async () => {
    done(await cases.run(claimTask, task, worker))
    expect(await cases.run(claimTask, task, worker)).toEqual({ task: task.task })
  })

  it('refuses what another holds', async () => {
    done(await cases.run(claimTask, task, worker))
    expect(await cases.run(claimTask, task, colleague)).toMatchObject({ code: 'cases.task-taken', pointer: '/task' })
    expect(await holder()).toEqual([worker.id])
  })

  it('gives it to one of two who ask at once', async () => {
    const replies = await Promise.all([worker, colleague].map(one => cases.run(claimTask, task, one)))
    expect(replies.filter(reply => 'task' in reply)).toHaveLength(1)
    expect(replies).toContainEqual(expect.objectContaining({ code: 'cases.task-taken' }))
  })

  it('knows no task of another role, none of a person, none that there is not', async () => {
    const unknown = { code: 'cases.task-not-found', pointer: '/task' }
    expect(await cases.run(claimTask, task, cases.official('appeal-officer'))).toMatchObject(unknown)
    expect(await cases.run(claimTask, { ...task, task: 'none' }, worker)).toMatchObject(unknown)
    const mother = await cases.mother()
    expect(await cases.run(claimTask, await cases.draft(mother), worker)).toMatchObject(unknown)
  })

  it('knows no task that is completed', async () => {
    await cases.complete(task, worker, { review: { outcome: 'granted', reason: 'The employer proves the sum' } })
    expect(await cases.run(claimTask, task, colleague)).toMatchObject({ code: 'cases.task-not-found' })
  })

  it('knows no case of another organisation, and lets nobody of another one in', async () => {
    const registrar = cases.official('registrar')
    const elsewhere = { ...task, organisation: registrar.organisation }
    expect(await cases.run(claimTask, elsewhere, registrar)).toMatchObject({ code: 'cases.case-not-found' })
    expect(await cases.run(claimTask, task, registrar)).toMatchObject({ code: 'operations.permission-missing' })
    expect(await holder()).toEqual([null])
  })

  it('is not for persons', async () => {
    const { actor } = await cases.mother()
    expect(await cases.run(claimTask, task, actor)).toMatchObject({ code: 'operations.permission-missing' })
  })

  it('knows no task of another department', async () => {
    expect(await cases.run(claimTask, task, cases.official('southerner'))).toMatchObject({
      code: 'cases.task-not-found',
    })
    expect(await holder()).toEqual([null])
  })

  it('gives nobody the appeal against the own decision', async () => {
    const both = { ...worker, unit: null, roles: ['case-worker', 'appeal-officer'] }
    const { mother, task: review, place: other } = await cases.inReview()
    await cases.complete(review, both, {
      review: { outcome: 'refused', reason: 'Too much by both sources', refusals: ['income-too-high'] },
    })
    await cases.pass('P4D')
    done(await cases.run(appealDecision, { ...other, reason: 'That was a bonus of another year' }, mother.actor))
    await cases.settle()
    const appeal = await cases.taskOf(other)
    expect(await cases.run(claimTask, appeal, both)).toMatchObject({ code: 'cases.own-case' })
    expect(await cases.run(claimTask, appeal, cases.official('appeal-officer'))).toEqual({ task: appeal.task })
  })
})
