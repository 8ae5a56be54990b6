import { decodeJwt } from 'jose'
import { expect, it } from 'vitest'
import { listOwnCredentials, revokeOwnCredential, signStatusList, verifyCredential } from '../contract/index.ts'
import { credentialsPlatform, mother, stranger } from '../credentials-platform.fixture.ts'
import { readStatusBit } from '../rules/status-bits.ts'

const platform = await credentialsPlatform()
const { run, needed } = platform
const organisation = 'civil-registry'

it('revokes one’s own: the check and the signed list say so at once; a second time changes nothing', async () => {
  const credential = await platform.fetchCredential(await platform.issue())
  const place = (decodeJwt(credential.split('~')[0] ?? '').status as { status_list: { idx: number } }).status_list.idx
  const bit = async () => {
    const { token } = await needed(signStatusList, { organisation, list: 1 }, stranger)
    return readStatusBit((decodeJwt(token).status_list as { lst: string }).lst, place)
  }
  expect(await bit()).toBe(false)
  const { items } = await needed(listOwnCredentials, { person: mother.id }, mother)
  const own = { organisation, credential: items[0]?.credential ?? '' }
  expect(await run(revokeOwnCredential, { ...own, person: stranger.id }, stranger)).toMatchObject({
    code: 'credentials.credential-not-found',
  })
  const revoked = await needed(revokeOwnCredential, { ...own, person: mother.id }, mother)
  platform.clock.advance({ minutes: 1 })
  expect(await needed(revokeOwnCredential, { ...own, person: mother.id }, mother)).toEqual(revoked)
  expect(await bit()).toBe(true)
  expect(await run(verifyCredential, { credential }, stranger)).toMatchObject({
    fault: 'revoked',
    revokedAt: revoked.revokedAt,
  })
  await platform.settle()
  expect((await platform.listEvents('credentials.credential-revoked')).map(event => event.data)).toEqual([
    { credential: own.credential, because: 'person' },
  ])
})
