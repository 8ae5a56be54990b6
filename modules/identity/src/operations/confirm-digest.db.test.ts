import { createHash } from 'node:crypto'
import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { type Quirks, softAuthenticator } from '../authenticator.fixture.ts'
import { addPasskey, confirmDigest, prepareConfirmation, preparePasskey } from '../contract/index.ts'
import { aigul, dana, identityPlatform, origin } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()
const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url')
const digest = digestOf('I ask for a place')

async function actorOf(who: typeof aigul) {
  const page = await platform.signIn(platform.newBrowser(), who)
  return JSON.parse(page.text)
}
const optionsFor = async (actor: never, of = digest) => {
  const given = await platform.runner.call(prepareConfirmation, { digest: of }, actor)
  if (isRefused(given)) throw new Error(given.code)
  return given.options as { challenge: string; allowCredentials: { id: string }[] } | null
}

test('the challenge is the digest of what is confirmed, and the answer holds for it, its owner and this place alone', async () => {
  const actor = await actorOf(aigul)
  expect(await optionsFor(actor as never)).toBeNull()
  const prepared = await platform.runner.call(preparePasskey, {}, actor)
  if (isRefused(prepared)) throw new Error(prepared.code)
  const authenticator = softAuthenticator({ origin })
  const made = authenticator.create(prepared.options as { challenge: string })
  await platform.runner.call(addPasskey, { response: made, name: null }, actor)
  const options = await optionsFor(actor as never)
  if (options === null) throw new Error('there is a passkey now')
  expect(options).toMatchObject({
    challenge: digest,
    userVerification: 'required',
    allowCredentials: [{ id: made.id }],
  })

  const confirm = (response: unknown, who = actor, of = digest) =>
    platform.runner.call(confirmDigest, { digest: of, response: response as Record<string, unknown> }, who)
  const unfit = { code: 'identity.passkey-unfit', pointer: '/response' }
  const answer = authenticator.get(options)
  expect(await confirm(answer, actor, digestOf('I ask for two places'))).toMatchObject(unfit)
  expect(await confirm(answer, await actorOf(dana))).toMatchObject(unfit)
  for (const quirks of [
    { origin: 'https://evil.example' },
    { type: 'webauthn.create' },
    { unchecked: true },
  ] satisfies Quirks[])
    expect(await confirm(authenticator.get(options, quirks)), JSON.stringify(quirks)).toMatchObject(unfit)
  expect(await confirm(softAuthenticator({ origin }).get(options))).toMatchObject(unfit)
  expect(await confirm(authenticator.get(options))).toMatchObject({ passkey: expect.stringMatching(/^passkey_/) })
  // An authenticator that counts answers each time with another count: the answer from before is old now.
  expect(await confirm(answer)).toMatchObject(unfit)
})
