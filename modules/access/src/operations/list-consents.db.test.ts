import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { giveConsent, listConsents } from '../contract/index.ts'
import { accountant, helper, powersPlatform, subject } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()

test('lists one’s own consents with wording and receipt, to nobody else', async () => {
  const person = accountant.id
  const given = await platform.must(giveConsent, { person, ...subject, agreement: 'first' }, accountant)
  const { items } = await platform.must(listConsents, { person }, accountant)
  expect(items).toMatchObject([
    { ...subject, ...given, state: 'in-force', agreement: { recipientName: { en: 'Demo bank' } } },
  ])
  expect(isRefused(await platform.run(listConsents, { person }, helper))).toBe(true)
})
