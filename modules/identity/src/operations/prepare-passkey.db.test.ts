import { person } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { preparePasskey } from '../contract/index.ts'
import { aigul, identityPlatform } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()

test('only the session of a browser that signed in here a while ago may make a passkey, not a token', async () => {
  const actor = JSON.parse((await platform.signIn(platform.newBrowser(), aigul)).text)
  expect(await platform.runner.call(preparePasskey, {}, actor)).toMatchObject({
    options: { rp: { id: 'localhost' }, attestation: 'none', authenticatorSelection: { userVerification: 'required' } },
  })
  const byToken = person({ id: aigul.id, session: 'token:1' })
  expect(await platform.runner.call(preparePasskey, {}, byToken)).toMatchObject({ code: 'identity.sign-in-stale' })
})
