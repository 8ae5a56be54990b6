import { beforeEach, describe, expect, it } from 'vitest'
import { casesPlatform, done, type Place, type TaskPlace } from '../cases-platform.fixture.ts'
import { claimTask, releaseTask } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const colleague = cases.official('colleague')
let task: TaskPlace
let place: Place
beforeEach(async () => {
  ;({ task, place } = await cases.inReview())
  done(await cases.run(claimTask, task, worker))
})
const holder = async () => (await cases.office(place)).tasks.map(one => one.holder?.official ?? null)

describe('release-task', () => {
  it('gives a task back, so that a colleague may take it', async () => {
    expect(await cases.run(releaseTask, task, worker)).toEqual({ task: task.task })
    expect(await holder()).toEqual([null])
    done(await cases.run(claimTask, task, colleague))
    expect(await holder()).toEqual([colleague.id])
  })

  it('does nothing more the second time', async () => {
    done(await cases.run(releaseTask, task, worker))
    expect(await cases.run(releaseTask, task, worker)).toEqual({ task: task.task })
    expect(await holder()).toEqual([null])
  })

  it('takes from nobody what they hold', async () => {
    expect(await cases.run(releaseTask, task, colleague)).toMatchObject({ code: 'cases.task-taken', pointer: '/task' })
    expect(await holder()).toEqual([worker.id])
  })

  it('knows no task of another role or department, and none that there is not', async () => {
    const unknown = { code: 'cases.task-not-found', pointer: '/task' }
    expect(await cases.run(releaseTask, task, cases.official('appeal-officer'))).toMatchObject(unknown)
    expect(await cases.run(releaseTask, task, cases.official('southerner'))).toMatchObject(unknown)
    expect(await cases.run(releaseTask, { ...task, task: 'none' }, worker)).toMatchObject(unknown)
    expect(await holder()).toEqual([worker.id])
  })

  it('knows no task that is completed', async () => {
    await cases.complete(task, worker, { review: { outcome: 'granted', reason: 'The employer proves the sum' } })
    expect(await cases.run(releaseTask, task, worker)).toMatchObject({ code: 'cases.task-not-found' })
  })

  it('knows no case of another organisation', async () => {
    const registrar = cases.official('registrar')
    const elsewhere = { ...task, organisation: registrar.organisation }
    expect(await cases.run(releaseTask, elsewhere, registrar)).toMatchObject({
      code: 'cases.case-not-found',
      pointer: '/case',
    })
    expect(await cases.run(releaseTask, task, registrar)).toMatchObject({ code: 'operations.permission-missing' })
  })
})
