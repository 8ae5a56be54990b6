import { signatures as library } from '@tereze/foundation-signatures'
import { expect, it } from 'vitest'
import { certifySeal, revokeSeal } from '../contract/index.ts'
import { platformOf, revocations, revokerOf, sealsPlatform } from '../seals.fixture.ts'

const platform = await sealsPlatform()

it('needs an authority, certifies the key of the seal once, and anew when it runs out or was revoked', async () => {
  const input = { organisation: 'health', revocations }
  expect(await platform.run(certifySeal, input, platformOf('health'))).toMatchObject({
    code: 'signatures.authority-missing',
  })
  await platform.found()
  const seal = await platform.certify()
  const { buildChain, readCertificate } = await library()
  const [leaf, above] = seal.certificates.map(readCertificate)
  if (leaf == null || above == null) throw new Error('both are certificates')
  expect(leaf).toMatchObject({
    serial: seal.serial,
    subject: [
      { type: '2.5.4.10', value: 'Health' },
      { type: '2.5.4.3', value: 'Денсаулық' },
    ],
    revocationLists: [revocations],
    isAuthority: false,
  })
  expect(buildChain(leaf, [], [above], platform.clock.now())).toMatchObject({ path: [leaf, above] })

  expect(await platform.certify()).toEqual(seal)
  platform.clock.advance({ days: 340 })
  const renewed = await platform.certify()
  expect(renewed.serial).not.toBe(seal.serial)
  await platform.run(
    revokeSeal,
    { organisation: 'health', serial: renewed.serial, reason: 'test' },
    revokerOf('health'),
  )
  expect((await platform.certify()).serial).not.toBe(renewed.serial)
})
