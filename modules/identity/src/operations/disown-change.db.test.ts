import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { optionsIn, softAuthenticator } from '../authenticator.fixture.ts'
import {
  beginRecovery,
  confirmRecovery,
  disownChange,
  listRecoveries,
  listWayChanges,
  setPassword,
} from '../contract/index.ts'
import { aigul, dana, identityPlatform, numberOf, operator, origin } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()
const { newBrowser, signIn } = platform
const { call } = platform.runner

test('who disowns a change is alone in the account again, and what a thief added opens nothing', async () => {
  const thief = newBrowser()
  await signIn(thief, aigul)
  const theirs = await thief.open('/me/access')
  const authenticator = softAuthenticator({ origin })
  await thief.submit(theirs, { do: 'add-passkey', response: JSON.stringify(authenticator.create(optionsIn(theirs))) })

  const owner = newBrowser()
  await signIn(owner, aigul)
  const page = await owner.open('/me/access')
  expect(page.text).toContain('A passkey was added')
  const form = { do: 'disown-change', change: /name="change" value="([^"]+)"/.exec(page.text)?.[1] ?? '' }
  const done = await owner.follow(await owner.submit(page, form))
  expect(done.text).toContain('All other devices and applications are signed out')
  expect(done.text).toContain('not you')
  expect(done.text).toContain('You have no passkeys yet')
  expect((await thief.send('GET', '/own')).status).toBe(401)
  expect((await owner.send('GET', '/own')).status).toBe(200)
  const again = await owner.submit(done, form)
  expect(again.status).toBe(404)
  expect(again.text).toContain('This change does not wait for your word')
})

test('a password that its owner set since stays; one disowned goes; nobody disowns for another', async () => {
  const actor = JSON.parse((await signIn(newBrowser(), dana)).text)
  const other = JSON.parse((await signIn(newBrowser(), aigul)).text)
  await call(setPassword, { signInName: 'dana', password: 'drum lantern orbit hazel' }, actor)
  platform.clock.advance({ seconds: 1 })
  await call(setPassword, { signInName: 'dana', password: 'orbit drum hazel lantern' }, actor)
  const seen = await call(listWayChanges, {}, actor)
  if (isRefused(seen)) throw new Error(seen.code)
  const [newer, older] = seen.items.map(({ change }) => change)
  const disown = (change = '', by = actor) => call(disownChange, { change }, by)
  expect(await disown(older, other)).toMatchObject({ code: 'identity.change-not-found', pointer: '/change' })
  expect(await disown(older)).toMatchObject({ takenAway: false })
  expect(await disown(newer)).toMatchObject({ takenAway: true })
})

test('a paper code that nobody asked for is ended', async () => {
  platform.clock.advance({ seconds: 1 })
  const begun = await call(beginRecovery, { number: numberOf(dana), document: 'Passport 0000' }, operator(1))
  if (isRefused(begun)) throw new Error(begun.code)
  await call(confirmRecovery, { recovery: begun.recovery }, operator(2))
  const actor = JSON.parse((await signIn(newBrowser(), dana)).text)
  const seen = await call(listWayChanges, {}, actor)
  if (isRefused(seen)) throw new Error(seen.code)
  expect(seen.items[0]).toMatchObject({ way: 'account', deed: 'code-given' })
  expect(await call(disownChange, { change: seen.items[0]?.change ?? '' }, actor)).toMatchObject({ takenAway: true })
  expect(await call(listRecoveries, {}, operator(1))).toEqual({ items: [] })
  platform.clock.advance({ minutes: 16 })
  expect(await call(disownChange, { change: seen.items[1]?.change ?? '' }, actor)).toMatchObject({
    code: 'identity.sign-in-stale',
  })
})
