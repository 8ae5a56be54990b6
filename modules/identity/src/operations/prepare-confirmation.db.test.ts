import { expect, test } from 'vitest'
import { prepareConfirmation } from '../contract/index.ts'
import { aigul, identityPlatform } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()

test('who has no passkey is offered none, and only a digest can be confirmed', async () => {
  const actor = JSON.parse((await platform.signIn(platform.newBrowser(), aigul)).text)
  const ask = (digest: string) => platform.runner.call(prepareConfirmation, { digest }, actor)
  expect(await ask('A'.repeat(43))).toEqual({ options: null })
  expect(await ask('I agree')).toMatchObject({ code: 'operations.input-invalid', pointer: '/digest' })
})
