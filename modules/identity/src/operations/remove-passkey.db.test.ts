import { person, testPlatform } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { removePasskey } from '../contract/index.ts'
import { identity } from '../index.ts'

const platform = await testPlatform({ modules: [identity] })

test('without a fresh session nothing is removed', async () => {
  const input = { passkey: 'passkey_01960000-0000-7000-8000-000000000001' }
  expect(await platform.run(removePasskey, input, person())).toMatchObject({ code: 'identity.sign-in-stale' })
})
