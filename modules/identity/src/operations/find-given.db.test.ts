import { expect, test } from 'vitest'
import { endApplication, findGiven } from '../contract/index.ts'
import { aigul, dana, identityPlatform } from '../identity-platform.fixture.ts'
import { allow, integrator, register, wish } from '../openid-tools.fixture.ts'

const platform = await identityPlatform()

test('what somebody lets an application do is known until they take it back; of others and other applications nothing', async () => {
  await register(platform, { client: 'bank' })
  await register(platform, { client: 'diary' })
  const browser = platform.newBrowser()
  await allow(platform, browser, wish('bank'))
  const given = (client: string, account: string) => platform.runner.call(findGiven, { client, account }, integrator)
  expect(await given('bank', aigul.id)).toEqual({ scopes: ['profile.read', 'acting'] })
  expect(await given('bank', dana.id)).toEqual({ scopes: [] })
  expect(await given('diary', aigul.id)).toEqual({ scopes: [] })
  const actor = JSON.parse((await platform.signIn(platform.newBrowser(), aigul)).text)
  await platform.runner.call(endApplication, { client: 'bank' }, actor)
  expect(await given('bank', aigul.id)).toEqual({ scopes: [] })
})
