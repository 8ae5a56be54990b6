import { isRefused, systemActor } from '@tereze/operation'
import { expect, test } from 'vitest'
import {
  findConsent,
  giveConsent,
  listConsents,
  refuseConsent,
  verifyReceipt,
  withdrawConsent,
} from '../contract/index.ts'
import { accountant, helper, powersPlatform, subject } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()
const person = accountant.id
const answer = { person, ...subject, agreement: 'first' }
const state = async () => {
  const found = await platform.run(findConsent, { person, ...subject }, systemActor('tests', 'tax-agency'))
  return isRefused(found) ? found.code : found
}

test('a no is recorded once, with a receipt, and can be changed into a yes', async () => {
  expect(await platform.run(refuseConsent, { ...answer, agreement: 'another' }, accountant)).toMatchObject({
    code: 'access.agreement-changed',
  })
  expect(await platform.run(refuseConsent, answer, helper)).toMatchObject({ code: 'operations.permission-missing' })
  const { consent, receipt } = await platform.must(refuseConsent, answer, accountant)
  expect(await state()).toEqual({ consent: null, state: 'refused' })
  expect(await platform.run(refuseConsent, answer, accountant)).toMatchObject({
    code: 'access.consent-refused-already',
    pointer: '/contract',
  })
  expect(await platform.run(withdrawConsent, { person, consent }, accountant)).toMatchObject({
    code: 'access.consent-not-in-force',
  })
  expect(await platform.must(verifyReceipt, { receipt }, helper)).toMatchObject({
    genuine: true,
    state: 'refused',
    record: { events: [{ event_state: 'consent refused', entity_id: person }] },
  })
  await platform.settle()
  expect((await platform.listEvents('access.consent-refused')).map(({ data }) => data)).toEqual([
    { consent, person, ...subject },
  ])

  const given = await platform.must(giveConsent, answer, accountant)
  expect(await state()).toEqual({ consent: given.consent, state: 'in-force' })
  expect(await platform.run(refuseConsent, answer, accountant)).toMatchObject({ code: 'access.consent-given-already' })
  const { items } = await platform.must(listConsents, { person }, accountant)
  expect(items.map(item => [item.state, item.refused])).toEqual([
    ['in-force', false],
    ['refused', true],
  ])
})

test('a no counts until its day, and for the wording that was read', async () => {
  await platform.must(
    withdrawConsent,
    { person, consent: ((await state()) as { consent: string }).consent },
    accountant,
  )
  platform.clock.advance({ minutes: 1 })
  await platform.must(refuseConsent, answer, accountant)
  platform.wording.version = '2'
  expect(await state()).toMatchObject({ state: 'outdated' })
  platform.wording.version = '1'
  platform.clock.advance({ days: 180 })
  expect(await state()).toMatchObject({ state: 'over' })
})
