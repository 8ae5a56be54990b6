import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { listApplications } from '../contract/index.ts'
import { aigul, dana, identityPlatform } from '../identity-platform.fixture.ts'
import { allow, register, wish } from '../openid-tools.fixture.ts'

const platform = await identityPlatform()

test('applications that one gave access are listed, each once; our own screens and those of others are not', async () => {
  await register(platform, { client: 'bank' })
  await register(platform, { client: 'diary' })
  await allow(platform, platform.newBrowser(), wish('bank'))
  await allow(platform, platform.newBrowser(), wish('bank'))
  await allow(platform, platform.newBrowser(), wish('diary'), dana)
  const browser = platform.newBrowser()
  const actor = JSON.parse((await platform.signIn(browser, aigul)).text)
  const listed = await platform.runner.call(listApplications, {}, actor)
  if (isRefused(listed)) throw new Error(listed.code)
  expect(listed.items).toEqual([
    {
      client: 'bank',
      name: expect.objectContaining({ en: 'The bank' }),
      since: expect.stringMatching(/^\d{4}-.*Z$/),
      scopes: ['profile.read', 'acting'],
    },
  ])
})
