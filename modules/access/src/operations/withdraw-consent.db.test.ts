import { expect, test } from 'vitest'
import { giveConsent, listConsents, verifyReceipt, withdrawConsent } from '../contract/index.ts'
import { accountant, helper, powersPlatform, subject } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()
const person = accountant.id

test('a withdrawn consent counts for nothing at once, and may be given anew', async () => {
  const { consent } = await platform.must(giveConsent, { person, ...subject, agreement: 'first' }, accountant)
  const place = { person, consent }
  expect(await platform.run(withdrawConsent, { ...place, person: helper.id }, helper)).toMatchObject({
    code: 'access.consent-not-found',
  })
  const { receipt } = await platform.must(withdrawConsent, place, accountant)
  expect(await platform.run(withdrawConsent, place, accountant)).toMatchObject({ code: 'access.consent-not-in-force' })
  const checked = await platform.must(verifyReceipt, { receipt }, helper)
  expect(checked).toMatchObject({ genuine: true, state: 'withdrawn' })
  const events = (checked.record?.events ?? []) as { event_state: string }[]
  expect(events.map(event => event.event_state)).toEqual(['consent given', 'consent withdrawn'])
  platform.clock.advance({ minutes: 1 })
  await platform.must(giveConsent, { person, ...subject, agreement: 'first' }, accountant)
  const { items } = await platform.must(listConsents, { person }, accountant)
  expect(items.map(({ state }) => state)).toEqual(['in-force', 'withdrawn'])
})
