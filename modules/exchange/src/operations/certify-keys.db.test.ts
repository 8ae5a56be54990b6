import { anonymous, isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { certifyKeys, rotateKey } from '../contract/index.ts'
import { exchangePlatform, ward, wardSystem } from '../exchange-platform.fixture.ts'
import { anchorPurpose, operator, readCertificate } from '../rules/certificate.ts'

const platform = await exchangePlatform()
const nobody = anonymous('en')
async function certified(member: string) {
  const given = await platform.run(certifyKeys, { member }, nobody)
  if (isRefused(given)) throw new Error(given.code)
  const [anchor] = await platform.keys.publicJwks(platform.database, operator, anchorPurpose)
  return readCertificate(given.certificate, { anchor: anchor ?? {}, member, now: platform.clock.now() })
}

it('certifies registered keys of systems, without anything secret', async () => {
  const certificate = await certified(ward)
  expect(certificate?.keys).toEqual([
    {
      kid: platform.member.publicJwk.kid,
      system: wardSystem,
      jwk: expect.not.objectContaining({ d: expect.anything() }),
    },
  ])
  expect(certificate?.until).toBe('2026-03-02T10:00:00.000Z')
})

it('certifies the key before the last for a day, then no more', async () => {
  const rotate = () => platform.run(rotateKey, { organisation: 'health' }, nobody)
  await platform.database.transaction('health', tx => platform.keys.signer(tx, 'exchange'))
  const rotated = await rotate()
  expect((await certified('health'))?.keys).toHaveLength(2)
  platform.clock.advance({ hours: 25 })
  expect((await certified('health'))?.keys.map(({ kid }) => kid)).toEqual([isRefused(rotated) ? '' : rotated.kid])
})
