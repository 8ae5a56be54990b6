import { expect, it } from 'vitest'
import { issueCredential, listOwnCredentials, noteCredential, verifyCredential } from '../contract/index.ts'
import { credentialsPlatform, mother, stranger } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()

it('keeps what a wallet says; what it deleted holds no more', async () => {
  const document = await platform.issue()
  const issued = await platform.needed(issueCredential, await platform.request({ document }), mother)
  const about = { organisation: 'civil-registry', notification: issued.notification }
  const note = (what: 'accepted' | 'deleted', actor = mother) =>
    platform.run(noteCredential, { ...about, person: actor.id, what }, actor)
  expect(await note('accepted')).toEqual({ noted: 1 })
  expect(await note('deleted', stranger)).toMatchObject({ code: 'credentials.credential-not-found' })
  const credential = issued.credentials[0] ?? ''
  expect(await platform.run(verifyCredential, { credential }, stranger)).toMatchObject({ fault: null })
  expect(await note('deleted')).toEqual({ noted: 1 })
  expect(await platform.run(verifyCredential, { credential }, stranger)).toMatchObject({ fault: 'revoked' })
  expect(await platform.run(listOwnCredentials, { person: mother.id }, mother)).toMatchObject({
    items: [{ revokedBecause: 'wallet' }],
  })
})
