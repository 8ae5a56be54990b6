import { expect, test } from 'vitest'
import { removeLink } from '../contract/index.ts'
import { aigul, identityPlatform } from '../identity-platform.fixture.ts'
import { insertLink } from '../store/outside.ts'

const platform = await identityPlatform()

test('a connection is removed once', async () => {
  const actor = JSON.parse((await platform.signIn(platform.newBrowser(), aigul)).text)
  await platform.database.transaction('platform', tx =>
    insertLink(tx, { provider: 'neighbours', subject: 's', account: aigul.id, now: platform.clock.now() }),
  )
  const remove = () => platform.runner.call(removeLink, { provider: 'neighbours' }, actor)
  expect(await remove()).toEqual({ provider: 'neighbours' })
  expect(await remove()).toMatchObject({ code: 'identity.link-not-found', pointer: '/provider' })
})
