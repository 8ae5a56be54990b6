import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { getHistory } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const { mother, place, task } = await cases.inReview()

describe('get-history', () => {
  it('gives the steps in order, open tasks and no incident', async () => {
    const seen = done(await cases.run(getHistory, place, worker))
    const entered = seen.steps.filter(({ what, stage }) => what === 'entered' && stage !== null)
    expect([...new Set(entered.map(({ stage }) => stage))]).toEqual(['registration', 'requests', 'review'])
    expect(seen.steps.every(({ process }) => process === 'standard-service')).toBe(true)
    expect(seen.steps.at(-1)).toMatchObject({ what: 'entered', element: 'review' })
    expect(seen.tasks).toEqual([{ task: task.task, node: 'review', role: 'case-worker' }])
    expect(seen.incidents).toEqual([])
    expect(seen.deadline).toBe('2026-03-10')
  })

  it('goes on with the processes of an appeal', async () => {
    const appeal = await cases.appealed()
    const seen = done(await cases.run(getHistory, appeal.place, cases.head))
    expect([...new Set(seen.steps.map(({ process }) => process))]).toEqual(['standard-service', 'standard-appeal'])
    expect(seen.tasks).toMatchObject([{ node: 'appeal-review', role: 'appeal-officer' }])
  })

  it('is empty for a draft but for its task', async () => {
    const draft = await cases.draft(await cases.mother())
    const input = { organisation: draft.organisation, case: draft.case }
    expect(await cases.run(getHistory, input, worker)).toEqual({
      deadline: null,
      steps: [],
      tasks: [{ task: draft.task, node: 'application', role: 'applicant' }],
      incidents: [],
    })
  })

  it('knows no case that there is not, and none of another organisation', async () => {
    const none = { ...place, case: 'case_01960000-0000-7000-8000-00000000dead' }
    expect(await cases.run(getHistory, none, worker)).toMatchObject({ code: 'cases.case-not-found', pointer: '/case' })
    const registrar = cases.official('registrar')
    expect(await cases.run(getHistory, { ...place, organisation: registrar.organisation }, registrar)).toMatchObject({
      code: 'cases.case-not-found',
    })
    expect(await cases.run(getHistory, place, registrar)).toMatchObject({ code: 'operations.permission-missing' })
  })

  it('is not for persons', async () => {
    expect(await cases.run(getHistory, place, mother.actor)).toMatchObject({ code: 'operations.permission-missing' })
  })
})
