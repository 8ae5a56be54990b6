import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { claimTask, getTask } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const { mother, place, task } = await cases.inReview()
const unknown = { code: 'cases.task-not-found', pointer: '/task' }

describe('get-task', () => {
  it('gives an official the form with its words', async () => {
    const form = done(await cases.run(getTask, task, worker))
    expect(form).toMatchObject({ task: task.task, form: { pages: [{ id: 'review' }] } })
    expect(form.schema.properties).toHaveProperty('review')
    expect(Object.keys(form.words).length).toBeGreaterThan(0)
    for (const words of Object.values(form.words)) expect(Object.keys(words).sort()).toEqual(['en', 'kk', 'ru'])
  })

  it('gives the officer what the applicant wrote in the appeal, under the question', async () => {
    const appealed = await cases.appealed()
    const form = done(await cases.run(getTask, appealed.task, cases.official('appeal-officer')))
    expect(form.said).toMatchObject([{ text: 'My employer reported ten times as much' }])
    expect(form.said?.[0]?.label.en).toBe('Why do you think the decision is wrong?')
    expect(done(await cases.run(getTask, task, worker)).said).toBeUndefined()
  })

  it('is there for a colleague to read when another holds the task', async () => {
    done(await cases.run(claimTask, task, worker))
    expect(await cases.run(getTask, task, cases.official('colleague'))).toMatchObject({ task: task.task })
  })

  it('knows no task of another role or department, of a person, or that there is not', async () => {
    expect(await cases.run(getTask, task, cases.official('appeal-officer'))).toMatchObject(unknown)
    expect(await cases.run(getTask, task, cases.official('southerner'))).toMatchObject(unknown)
    expect(await cases.run(getTask, { ...task, task: 'none' }, worker)).toMatchObject(unknown)
    expect(await cases.run(getTask, await cases.draft(await cases.mother()), worker)).toMatchObject(unknown)
  })

  it('knows no task of another case under this one', async () => {
    const other = await cases.inReview()
    expect(await cases.run(getTask, { ...place, task: other.task.task }, worker)).toMatchObject(unknown)
  })

  it('knows no task that is completed', async () => {
    const other = await cases.inReview()
    await cases.complete(other.task, worker, { review: { outcome: 'granted', reason: 'The employer proves it' } })
    expect(await cases.run(getTask, other.task, worker)).toMatchObject(unknown)
  })

  it('is not for other organisations, nor for persons', async () => {
    const registrar = cases.official('registrar')
    expect(await cases.run(getTask, { ...task, organisation: registrar.organisation }, registrar)).toMatchObject({
      code: 'cases.case-not-found',
      pointer: '/case',
    })
    expect(await cases.run(getTask, task, registrar)).toMatchObject({ code: 'operations.permission-missing' })
    expect(await cases.run(getTask, task, mother.actor)).toMatchObject({ code: 'operations.permission-missing' })
  })
})
