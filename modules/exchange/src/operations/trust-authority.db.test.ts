import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { certificateAuthority } from '../certificates.fixture.ts'
import { trustAuthority } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const keeper = official({ organisation: 'platform', roles: ['integrator'] })

it('takes the certificate of an authority that is good now, and no other', async () => {
  const now = platform.clock.now()
  const authority = await certificateAuthority('Root', now)
  const trust = (certificate: string, id = 'national', more: object = {}) =>
    platform.run(trustAuthority, { authority: id, certificate, ...more }, keeper)
  expect(await trust(authority.certificate)).toMatchObject({ authority: 'national', subject: 'CN=Root', revoked: 0 })
  const unusable = (reason: string) => ({ also: [{ code: `exchange.certificate-${reason}` }] })
  expect(await trust((await authority.issue('a', 'signing')).certificate)).toMatchObject(unusable('not-an-authority'))
  expect(await trust('nonsense')).toMatchObject(unusable('unreadable'))
  expect(await trust(authority.certificate, 'installation')).toMatchObject(unusable('own-authority'))
  expect(await trust(authority.certificate, 'national', { revocations: 'nonsense' })).toMatchObject({
    pointer: '/revocations',
    ...unusable('unreadable'),
  })
  platform.clock.advance({ days: 101 })
  expect(await trust(authority.certificate)).toMatchObject(unusable('expired'))
})
