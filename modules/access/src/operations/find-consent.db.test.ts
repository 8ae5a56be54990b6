import { systemActor } from '@tereze/operation'
import { expect, test } from 'vitest'
import { findConsent, giveConsent, withdrawConsent } from '../contract/index.ts'
import { accountant, powersPlatform, subject } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()
const person = accountant.id
const find = (of = subject) => platform.run(findConsent, { person, ...of }, systemActor('exchange', 'tax-agency'))

test('finds the consent to just this contract, recipient and purpose, as long as it holds; persons do not ask', async () => {
  expect(await find()).toEqual({ consent: null, state: null })
  const { consent } = await platform.must(giveConsent, { person, ...subject, agreement: 'first' }, accountant)
  expect(await find()).toEqual({ consent, state: 'in-force' })
  expect(await find({ ...subject, purpose: 'advertising' })).toEqual({ consent: null, state: null })
  await platform.must(withdrawConsent, { person, consent }, accountant)
  expect(await find()).toEqual({ consent: null, state: 'withdrawn' })
  expect(await platform.run(findConsent, { person, ...subject }, accountant)).toMatchObject({
    code: 'operations.permission-missing',
  })
})
