import { expect, test } from 'vitest'
import { getAgreement } from '../contract/index.ts'
import { accountant, agreement, powersPlatform, subject } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()

test('gives the wording, and nothing for what nobody may consent to', async () => {
  expect(await platform.run(getAgreement, subject, accountant)).toEqual(agreement)
  expect(await platform.run(getAgreement, { ...subject, recipient: 'health' }, accountant)).toMatchObject({
    code: 'access.agreement-not-found',
  })
})
