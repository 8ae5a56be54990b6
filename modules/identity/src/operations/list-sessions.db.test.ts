import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { listSessions } from '../contract/index.ts'
import { aigul, dana, identityPlatform } from '../identity-platform.fixture.ts'
import { idleLife } from '../rules/decide-session.ts'

const platform = await identityPlatform()

test('open sessions are listed with the asking one marked; one that has ended is not', async () => {
  const sign = async (who: typeof aigul) => JSON.parse((await platform.signIn(platform.newBrowser(), who)).text)
  const old = await sign(aigul)
  platform.clock.advance({ milliseconds: idleLife })
  const actor = await sign(aigul)
  await sign(dana)
  const listed = await platform.runner.call(listSessions, {}, actor)
  if (isRefused(listed)) throw new Error(listed.code)
  expect(listed.items).toMatchObject([{ session: actor.session, current: true, assurance: 'substantial' }])
  expect(old.session).not.toBe(actor.session)
})
