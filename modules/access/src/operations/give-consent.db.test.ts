import { isRefused, systemActor } from '@tereze/operation'
import { expect, test } from 'vitest'
import { findConsent, giveConsent, listConsents } from '../contract/index.ts'
import { accountant, actingFor, child, director, helper, powersPlatform, subject } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()
const give = (person: string, agreement: string, by = accountant) =>
  platform.run(giveConsent, { person, ...subject, agreement }, by)

test('a consent is to the wording that was read, once, by the person alone', async () => {
  expect(await give(accountant.id, 'another')).toMatchObject({ code: 'access.agreement-changed' })
  expect(await give(accountant.id, 'first', helper)).toMatchObject({ code: 'operations.permission-missing' })
  const [one, two] = await Promise.all([give(accountant.id, 'first'), give(accountant.id, 'first')])
  expect([one, two].filter(outcome => isRefused(outcome))).toMatchObject([{ code: 'access.consent-given-already' }])
  expect(
    platform.audited.findLast(({ operation, outcome }) => operation === giveConsent.name && outcome === 'done'),
  ).toMatchObject({
    subjects: [accountant.id],
    fields: expect.arrayContaining([expect.stringMatching(/^receipt:/), 'purpose:loan-decision']),
  })
})

test('a parent gives it for a child; it does not count for a wording with a successor, nor after its term', async () => {
  expect(isRefused(await give(child, 'first', actingFor(director, child)))).toBe(false)
  const state = async () => {
    const found = await platform.run(findConsent, { person: child, ...subject }, systemActor('tests', 'tax-agency'))
    return isRefused(found) ? found.code : found.state
  }
  expect(await state()).toBe('in-force')
  platform.wording.version = '2'
  expect(await state()).toBe('outdated')
  platform.wording.version = '1'
  platform.clock.advance({ days: 180 })
  expect(await state()).toBe('over')
  const { items } = await platform.must(listConsents, { person: child }, actingFor(director, child))
  expect(items).toMatchObject([{ state: 'over', agreement: { data: { en: 'income by employer' } } }])
})
