import { expect, test } from 'vitest'
import { removeCodeProgram } from '../contract/index.ts'
import { aigul, identityPlatform } from '../identity-platform.fixture.ts'
import { upsertProgram } from '../store/code-programs.ts'

const platform = await identityPlatform()

test('a program is removed once', async () => {
  const actor = JSON.parse((await platform.signIn(platform.newBrowser(), aigul)).text)
  await platform.database.transaction('platform', tx =>
    upsertProgram(tx, { account: aigul.id, secret: new Uint8Array(1), lastStep: 0, now: platform.clock.now() }),
  )
  expect(await platform.runner.call(removeCodeProgram, {}, actor)).toEqual({ removed: true })
  expect(await platform.runner.call(removeCodeProgram, {}, actor)).toMatchObject({
    code: 'identity.code-program-not-found',
  })
})
