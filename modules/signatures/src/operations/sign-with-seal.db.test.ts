import { createPublicKey, verify } from 'node:crypto'
import { signatures as library } from '@tereze/foundation-signatures'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { revokeSeal, signWithSeal } from '../contract/index.ts'
import { platformOf, revokerOf, sealsPlatform } from '../seals.fixture.ts'

const platform = await sealsPlatform()
const bytes = Buffer.from('attributes')
const sign = (serial: string, organisation = 'health') =>
  platform.run(signWithSeal, { organisation, serial, bytes: bytes.toString('base64') }, platformOf(organisation))

it('signs with the key of the certificate, until it is revoked, and for its organisation only', async () => {
  await platform.found()
  const { serial, certificates } = await platform.certify()
  const signed = await sign(serial)
  if (isRefused(signed)) throw new Error(signed.code)
  const { readCertificate } = await library()
  const spki = Buffer.from(readCertificate(certificates[0] ?? '')?.publicKey ?? [])
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  expect(verify('sha256', bytes, key, Buffer.from(signed.value, 'base64'))).toBe(true)
  expect(await sign(serial, 'education')).toMatchObject({ code: 'signatures.seal-not-found' })
  expect(await sign('aa')).toMatchObject({ code: 'signatures.seal-not-found', pointer: '/serial' })
  await platform.run(revokeSeal, { organisation: 'health', serial, reason: 'The key was lost' }, revokerOf('health'))
  expect(await sign(serial)).toMatchObject({ code: 'signatures.seal-not-found' })
})
