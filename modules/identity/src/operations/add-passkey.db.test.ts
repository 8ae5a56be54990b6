import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { type Quirks, softAuthenticator } from '../authenticator.fixture.ts'
import { addPasskey, listPasskeys, preparePasskey, removePasskey } from '../contract/index.ts'
import { aigul, dana, identityPlatform, origin } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()

/** The actor of somebody who has just signed in. */
async function actorOf(who: typeof aigul) {
  const page = await platform.signIn(platform.newBrowser(), who)
  return JSON.parse(page.text)
}

async function prepared(actor: never): Promise<{ challenge: string }> {
  const answer = await platform.runner.call(preparePasskey, {}, actor)
  if (isRefused(answer)) throw new Error(answer.code)
  return answer.options as { challenge: string }
}

test('a passkey is kept as a public key; known ones are named so that no device makes a second', async () => {
  const actor = await actorOf(aigul)
  const authenticator = softAuthenticator({ origin })
  const options = await prepared(actor as never)
  expect(JSON.stringify(options)).not.toContain(aigul.id)
  const made = authenticator.create(options)
  const added = await platform.runner.call(addPasskey, { response: made, name: 'Firefox, Windows' }, actor)
  if (isRefused(added)) throw new Error(added.code)
  expect(await prepared(actor as never)).toMatchObject({ excludeCredentials: [{ id: made.id }] })
  const again = authenticator.create(options)
  expect(await platform.runner.call(addPasskey, { response: again, name: null }, actor)).toMatchObject({
    code: 'identity.passkey-exists',
  })
  const listed = await platform.runner.call(listPasskeys, {}, actor)
  if (isRefused(listed)) throw new Error(listed.code)
  expect(listed.items).toMatchObject([
    { passkey: added.passkey, name: 'Firefox, Windows', synced: false, usedAt: null },
  ])
  const other = await actorOf(dana)
  expect(await platform.runner.call(removePasskey, { passkey: added.passkey }, other)).toMatchObject({
    code: 'identity.passkey-not-found',
  })
  expect(await platform.runner.call(addPasskey, { response: made, name: null }, other)).toMatchObject({
    code: 'identity.passkey-unfit',
  })
})

test('an answer to another question, place or without its owner is no passkey; there are ten at most', async () => {
  const actor = await actorOf(dana)
  const options = await prepared(actor as never)
  const wrong: [{ challenge: string }, Quirks][] = [
    [{ challenge: 'A'.repeat(43) }, {}],
    [options, { origin: 'https://evil.example' }],
    [options, { type: 'webauthn.get' }],
    [options, { unchecked: true }],
  ]
  for (const [asked, quirks] of wrong) {
    const response = softAuthenticator({ origin }).create(asked, quirks)
    const answer = await platform.runner.call(addPasskey, { response, name: null }, actor)
    expect(answer, JSON.stringify(quirks)).toMatchObject({ code: 'identity.passkey-unfit', pointer: '/response' })
  }
  for (let n = 0; n < 10; n++) {
    const response = softAuthenticator({ origin }).create(options)
    expect(isRefused(await platform.runner.call(addPasskey, { response, name: null }, actor))).toBe(false)
  }
  const response = softAuthenticator({ origin }).create(options)
  expect(await platform.runner.call(addPasskey, { response, name: null }, actor)).toMatchObject({
    code: 'identity.passkeys-enough',
  })
})
