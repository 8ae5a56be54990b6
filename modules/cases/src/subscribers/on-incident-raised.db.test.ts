import { official } from '@tereze/foundation-testing'
import { getRecord } from '@tereze/registers/contract'
import { listIncidents, watchPerson } from '@tereze/vigilance/contract'
import { expect, it } from 'vitest'
import { agreed, benefitPlatform, mother } from '../benefit-platform.fixture.ts'
import { completeTask, getCase, listTasks } from '../contract/index.ts'

const { must, run, settle } = await benefitPlatform(agreed)
const organisation = 'civil-registry'
const security = (n: number, roles = ['security-officer']) =>
  official({ id: `official_01960000-0000-7000-8000-0000000000f${n}`, organisation, unit: null, roles })
const officer = security(1)
const registrar = security(2, ['registrar'])
const judging = { outcome: 'real', reason: 'No work of the registry needed it' }

it('opens one case of the security officer for an incident, which nobody judges who it is about', async () => {
  await must(watchPerson, { organisation, person: mother.id, reason: 'Known from the stage' }, officer)
  await must(getRecord, { organisation, register: 'people', record: mother.id }, registrar)
  const inbox = async () => (await must(listTasks, { organisation, list: 'unit' }, officer)).items
  // Other databases of the server may hold back for a moment what the log may take up.
  for (let round = 0; round < 400 && (await inbox()).length === 0; round++) await settle()
  const [task, ...others] = await inbox()
  expect(others).toEqual([])
  expect(task).toMatchObject({ service: 'security-incident', role: 'security-officer' })
  const place = { organisation, case: task?.case ?? '' }
  const view = await must(getCase, place, officer)
  expect(view.applicant.person).toBe(organisation)
  expect(JSON.stringify(view)).not.toContain(mother.id)
  expect(await must(listIncidents, { organisation }, officer)).toMatchObject({
    items: [{ rule: 'protected-persons', actor: registrar.id, case: { case: place.case } }],
  })
  const { reason } = judging
  const input = { ...place, task: task?.task ?? '', outcome: 'done', reason, answers: { judging } }
  const own = official({ ...registrar, roles: ['security-officer'] })
  expect(await run(completeTask, input, own)).toMatchObject({ code: 'cases.step-refused' })
  await must(completeTask, input, officer)
  await settle()
  expect((await must(listIncidents, { organisation }, officer)).items[0]?.judgement).toMatchObject(judging)
  expect((await must(getCase, place, officer)).card).toMatchObject({ outcome: 'granted' })
})
