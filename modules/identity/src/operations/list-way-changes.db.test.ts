import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { listWayChanges, removePassword, setPassword } from '../contract/index.ts'
import { aigul, dana, identityPlatform } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()

test('everybody sees what changed of their own account, the newest first', async () => {
  const actorOf = async (who: typeof aigul) => JSON.parse((await platform.signIn(platform.newBrowser(), who)).text)
  const actor = await actorOf(aigul)
  const { call } = platform.runner
  await call(setPassword, { signInName: 'aigul', password: 'drum lantern orbit hazel' }, actor)
  platform.clock.advance({ seconds: 1 })
  await call(setPassword, { signInName: 'aigul', password: 'orbit drum hazel lantern' }, actor)
  platform.clock.advance({ seconds: 1 })
  await call(removePassword, {}, actor)
  const seen = await call(listWayChanges, {}, actor)
  if (isRefused(seen)) throw new Error(seen.code)
  expect(seen.items.map(({ way, deed }) => `${way} ${deed}`)).toEqual([
    'password removed',
    'password changed',
    'password added',
  ])
  expect(await call(listWayChanges, {}, await actorOf(dana))).toEqual({ items: [] })
})
