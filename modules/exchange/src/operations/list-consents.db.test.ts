import { official, system } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { afterAll, expect, it } from 'vitest'
import { startConsentService } from '../../../../tools/simulators/consent.ts'
import { listConsents, listMessages, listQueue, type Question, sendMessage } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'

/** The tax agency gives incomes only with the person's consent, which an outside service asks for. */
const service = await startConsentService()
const platform = await exchangePlatform({ consents: [`consents=${service.url}`] })
platform.privateHosts.push(service.host)
afterAll(() => service.close())
const contract = platform.packages.get('contract', 'tax-agency.income-by-person').json.get('contract.json') ?? {}
const consent = { service: 'consents', person: 'request.person', identifier: 'request.person', term: 'P2D' }
Object.assign(contract, { consent })

const id = (number: number) => `01960000-0000-7000-8000-00000008${String(number).padStart(4, '0')}`
const about = {
  contract: 'tax-agency.income-by-person@1',
  purpose: 'benefit-eligibility',
  ground: 'act:family-benefits/8',
}
const body = { person: platform.mother.id, year: 2025 }
const ask = (number: number, more: Partial<Question> = {}) =>
  platform.ask({ id: id(number), consumer: 'social-protection', subjects: [], case: null, body, ...about, ...more })
async function list(more: object = {}) {
  const organisation = 'tax-agency'
  const integrator = official({ organisation, roles: ['integrator'] })
  const found = await platform.run(listConsents, { organisation, ...more }, integrator)
  if (isRefused(found)) throw new Error(found.code)
  return found
}
const consentOf = async (number: number) =>
  (await list({ limit: 100 })).items.find(({ message }) => message === id(number))
const seen = () => platform.audited.at(-1)?.fields ?? []
const awaited = { ok: false, code: 'exchange.consent-awaited', retry: true }
const changes = async () =>
  (await platform.listEvents('exchange.consent-changed')).map(({ data }) => (data as { state: string }).state)

it('asks the person once, waits, and answers when they consent: the consent is the ground that log and person see', async () => {
  const organisation = 'social-protection'
  const platformItself = system({ organisation, roles: ['platform'] })
  await platform.run(sendMessage, { organisation, message: id(1), ...about, body }, platformItself)
  await platform.settle()
  expect(await ask(1)).toEqual(awaited)
  expect(service.asked).toMatchObject([{ id: id(1), person: platform.mother.id, consumer: organisation }])
  const claims = await platform.keys.verify(platform.database, 'tax-agency', service.asked[0]?.token ?? '', 'JWT')
  expect(JSON.parse(claims ?? '')).toMatchObject({ iss: 'tax-agency', jti: id(1) })
  expect(await consentOf(1)).toMatchObject({ state: 'asked', reason: null, ended: null })
  service.answer(id(1), 'granted')
  platform.clock.advance({ minutes: 1 })
  await platform.settle()
  const queue = await platform.run(listQueue, { organisation }, official({ organisation, roles: ['integrator'] }))
  expect(queue).toMatchObject({ items: [{ message: id(1), state: 'answered' }] })
  expect(await consentOf(1)).toMatchObject({ state: 'granted', reference: 'C-1' })
  const log = await platform.run(listMessages, { organisation: 'tax-agency' }, official({ organisation: 'tax-agency' }))
  expect(log).toMatchObject({ items: [{ message: id(1), consent: 'C-1', ground: 'act:family-benefits/8' }] })
  expect(platform.audited.flatMap(({ fields }) => fields ?? [])).toContain('consent:C-1')
  expect(await changes()).toEqual(['asked', 'granted'])
})

it('ends with a reason when the person refuses', async () => {
  expect(await ask(2)).toEqual(awaited)
  await platform.settle()
  service.answer(id(2), 'refused')
  platform.clock.advance({ minutes: 1 })
  await platform.settle()
  expect(await ask(2)).toEqual({ ok: false, code: 'exchange.consent-refused', retry: false })
  expect(seen()).toContain('consent:refused')
  expect(await consentOf(2)).toMatchObject({ state: 'refused' })
})

it('ends with a reason when the person says nothing within the term', async () => {
  expect(await ask(3)).toEqual(awaited)
  await platform.settle()
  platform.clock.advance({ days: 2 })
  expect(await ask(3)).toEqual({ ok: false, code: 'exchange.consent-timed-out', retry: false })
  await platform.settle()
  expect(await consentOf(3)).toMatchObject({ state: 'timed-out' })
  service.answer(id(3), 'granted')
  expect(await ask(3)).toMatchObject({ code: 'exchange.consent-timed-out' })
  expect((await changes()).at(-1)).toBe('timed-out')
})

it('goes on asking a service that is down, cut, or says no clear word, and tells why', async () => {
  expect(await ask(4)).toEqual(awaited)
  for (const [how, reason, detail] of [
    ['status', 'status', '503'],
    ['cut', 'unreachable', ''],
    ['nonsense', 'unreadable', 'json'],
  ] as const) {
    service.breaks(how)
    platform.clock.advance({ minutes: 5 })
    await platform.settle()
    expect(await consentOf(4)).toMatchObject({ state: 'asked', reason, detail })
  }
  service.answer(id(4), 'granted', { until: '2027-01-01T00:00:00.000Z' })
  platform.clock.advance({ minutes: 30 })
  await platform.settle()
  expect(await ask(4)).toMatchObject({ ok: true })
})

it('asks nobody twice while a consent holds, for the same asker and purpose only', async () => {
  const before = service.asked.length
  expect(await ask(5)).toMatchObject({ ok: true })
  expect(await consentOf(5)).toMatchObject({ state: 'granted', reference: 'C-4' })
  expect(await ask(6, { consumer: 'platform', purpose: 'personal-cabinet' })).toEqual(awaited)
  await platform.settle()
  expect(service.asked).toHaveLength(before + 1)
})

it('asks nobody who cannot be named, for an asker without access, or of a service that nobody set up', async () => {
  expect(await ask(7, { purpose: 'curiosity' })).toMatchObject({ code: 'exchange.access-not-granted' })
  Object.assign(contract, { consent: { ...consent, identifier: 'request.nothing' } })
  expect(await ask(8)).toEqual({ ok: false, code: 'exchange.consent-not-possible', retry: false })
  Object.assign(contract, { consent: { ...consent, service: 'nowhere' } })
  expect(await ask(9, { consumer: 'platform', purpose: 'personal-cabinet' })).toEqual(awaited)
  await platform.settle()
  expect(await consentOf(9)).toMatchObject({ reason: 'not-configured', detail: 'nowhere' })
  const first = await list({ limit: 1, state: 'granted' })
  expect((await list({ limit: 1, state: 'granted', after: first.next ?? '' })).items).toHaveLength(1)
})
