import { listPowers } from '@tereze/access/contract'
import { serveMessage } from '@tereze/exchange/contract'
import { official } from '@tereze/foundation-testing'
import { systemActor } from '@tereze/operation'
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
/** A message in the name of a member, with a signature that is none. */
const unsigned = (n: number) => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const payload = { consumer: 'maternity-ward-north', provider: organisation, contract: 'birth-notification@1', n }
  return `${part({ alg: 'EdDSA', kid: 'none', typ: 'tereze-message+jws' })}.${part(payload)}.${part('no signature')}`
}
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

it('makes cases of what is found in the log of the platform and of what members of the exchange do, too', async () => {
  const operator = official({ ...officer, id: officer.id.replace(/.$/, '3'), organisation: 'platform' })
  const inbox = async (of: string, who: typeof officer) =>
    (await must(listTasks, { organisation: of, list: 'unit' }, who)).items.filter(one => one.service === service)
  const service = 'security-incident'
  const member = { ...systemActor('exchange/maternity-ward-north', 'maternity-ward-north'), roles: ['member'] }
  const before = (await inbox(organisation, officer)).length
  for (let n = 0; n < 10; n++) await run(listPowers, { principal: mother.id }, registrar)
  for (let n = 0; n < 5; n++) await run(serveMessage, { message: unsigned(n), provider: organisation }, member)
  for (let round = 0; round < 400; round++) {
    if ((await inbox('platform', operator)).length > 0 && (await inbox(organisation, officer)).length > before) break
    await settle()
  }
  expect(await must(listIncidents, { organisation: 'platform' }, operator)).toMatchObject({
    items: [{ rule: 'repeated-refusals', actor: registrar.id }],
  })
  expect(await inbox('platform', operator)).toHaveLength(1)
  expect((await must(listIncidents, { organisation }, officer)).items).toContainEqual(
    expect.objectContaining({ rule: 'member-forged', actor: member.id, case: expect.anything() }),
  )
})
