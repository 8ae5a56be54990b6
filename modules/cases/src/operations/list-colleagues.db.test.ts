import { expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { listColleagues } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const ids = async (about?: { case: string; task: string }) => {
  const input = { organisation: worker.organisation, ...(about === undefined ? {} : { about }) }
  return done(await cases.run(listColleagues, input, worker)).items.map(({ official }) => official)
}

it('gives everybody of the organisation, and of a task whom it may be given to', async () => {
  const { task } = await cases.inReview()
  const everybody = await ids()
  expect(everybody).toEqual(expect.arrayContaining([worker.id, cases.official('southerner').id]))
  expect(everybody).not.toContain(cases.official('registrar').id)
  const fit = await ids({ case: task.case, task: task.task })
  expect(fit).toEqual(expect.arrayContaining([worker.id, cases.official('colleague').id]))
  expect(fit).not.toContain(cases.official('southerner').id)
  expect(fit).not.toContain(cases.official('appeal-officer').id)
})

it('knows no task that there is not, and is not for persons', async () => {
  const { task, mother } = await cases.inReview()
  const about = { case: task.case, task: 'none' }
  const input = { organisation: task.organisation, about }
  expect(await cases.run(listColleagues, input, worker)).toMatchObject({ code: 'cases.task-not-found' })
  const elsewhere = { organisation: 'civil-registry', about: { case: task.case, task: task.task } }
  expect(await cases.run(listColleagues, elsewhere, cases.official('registrar'))).toMatchObject({
    code: 'cases.case-not-found',
  })
  expect(await cases.run(listColleagues, input, mother.actor)).toMatchObject({ code: 'operations.permission-missing' })
})
