import { getAgreement, giveConsent, listConsents, refuseConsent, withdrawConsent } from '@tereze/access/contract'
import { official, person } from '@tereze/foundation-testing'
import { listOwnMessages } from '@tereze/notifications/contract'
import { systemActor } from '@tereze/operation'
import { listOwnLooks } from '@tereze/profile/contract'
import { importRecords } from '@tereze/registers/contract'
import { expect, it } from 'vitest'
import { familyPlatform, mother, stranger } from '../../../situations/src/family-platform.fixture.ts'
import { listConsentRequests, listQueue, sendMessage } from '../contract/index.ts'

/**
 * The story of the contract `tax-agency.income-for-loan`: a bank asks, the person is told and consents on the portal, the bank has its
 * answer; the person withdraws, and the next message is refused at once.
 */
const platform = await familyPlatform()
const subject = { contract: 'tax-agency.income-for-loan@1', recipient: 'demo-bank', purpose: 'loan-decision' }
const bank = systemActor('loans', 'demo-bank')
const integrator = official({ organisation: 'demo-bank', roles: ['integrator'] })
const messageId = (number: number) => `01960000-0000-7000-8000-00000000c00${number}`

const ask = (number: number, person = mother.id) =>
  platform.must(
    sendMessage,
    {
      organisation: 'demo-bank',
      message: messageId(number),
      contract: subject.contract,
      purpose: subject.purpose,
      ground: 'act:personal-data/7',
      subjects: [person],
      body: { person, year: 2025 },
    },
    bank,
  )
/** Lets everything that is due within some hours happen. */
async function pass(hours: number) {
  await platform.settle()
  for (let hour = 0; hour < hours; hour++) {
    platform.clock.advance({ hours: 1 })
    await platform.settle()
  }
}
async function stateOf(number: number) {
  const { items } = await platform.must(listQueue, { organisation: 'demo-bank' }, integrator)
  const found = items.find(({ message }) => message === messageId(number))
  return [found?.state, found?.code]
}

it('hands over nothing until the person consents on the portal, and nothing once they have withdrawn', async () => {
  const employer = 'organisation_01960000-0000-7000-8000-0000000000f9'
  const income = { person: mother.id, year: 2025, employer, employerName: 'Almaz', source: 'employer', months: 12 }
  const data = { ...income, monthly: { amount: '60000.00', currency: 'DMD' }, reportedOn: '2026-01-20' }
  await platform.must(
    importRecords,
    {
      organisation: 'tax-agency',
      register: 'incomes',
      import: 'loan',
      records: [{ record: 'income_01960000-0000-7000-8000-0000000000f9', data, validFrom: '2026-01-20' }],
    },
    systemActor('tests', 'tax-agency'),
  )
  await ask(1)
  await pass(1)
  expect(await stateOf(1)).toEqual(['waiting', 'exchange.consent-awaited'])
  const asked = await platform.must(listConsentRequests, { person: mother.id }, mother)
  expect(asked.items).toMatchObject([subject])
  expect((await platform.must(listConsentRequests, { person: stranger.id }, stranger)).items).toEqual([])
  const told = await platform.must(listOwnMessages, { person: mother.id }, mother)
  expect(told.items[0]?.text).toContain('Келісіміңізсіз ештеңе берілмейді')

  const agreement = await platform.must(getAgreement, subject, mother)
  expect(agreement.recipientName.en).toMatch(/bank/i)
  const given = { person: mother.id, ...subject, agreement: agreement.hash }
  const { consent } = await platform.must(giveConsent, given, mother)
  await pass(8)
  expect(await stateOf(1)).toEqual(['answered', null])
  expect((await platform.must(listConsentRequests, { person: mother.id }, mother)).items).toEqual([])
  await ask(2)
  await pass(0)
  expect(await stateOf(2)).toEqual(['answered', null])
  const { items: looks } = await platform.must(listOwnLooks, { person: mother.id }, mother)
  expect(looks.some(look => look.consent?.en.includes(consent))).toBe(true)

  await platform.must(withdrawConsent, { person: mother.id, consent }, mother)
  await ask(3)
  await pass(0)
  expect(await stateOf(3)).toEqual(['dead', 'exchange.consent-refused'])
  const { items } = await platform.must(listConsents, { person: mother.id }, mother)
  expect(items).toMatchObject([{ state: 'withdrawn' }])
})

it('tells the one who asks of a no, and does not let them wait for it', async () => {
  const { hash } = await platform.must(getAgreement, subject, stranger)
  const question = (number: number) => ask(number, stranger.id)
  await question(5)
  await pass(1)
  expect(await stateOf(5)).toEqual(['waiting', 'exchange.consent-awaited'])
  await platform.must(refuseConsent, { person: stranger.id, ...subject, agreement: hash }, stranger)
  await pass(8)
  expect(await stateOf(5)).toEqual(['dead', 'exchange.consent-refused'])
  expect((await platform.must(listConsentRequests, { person: stranger.id }, stranger)).items).toEqual([])
  await question(6)
  await pass(0)
  expect(await stateOf(6)).toEqual(['dead', 'exchange.consent-refused'])
})

it('is asked of nobody whose consent could not count: a contract without an agreement', async () => {
  const nobody = person({ id: stranger.id })
  expect(
    await platform.run(getAgreement, { ...subject, contract: 'tax-agency.income-by-person@1' }, nobody),
  ).toMatchObject({ code: 'access.agreement-not-found' })
})
