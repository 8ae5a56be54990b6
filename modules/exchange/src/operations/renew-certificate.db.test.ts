import { createHash } from 'node:crypto'
import { newSigningPair, signerOf, writeRequest } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { anonymous, isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { issueCertificateOperation, makeAuthority, renewCertificate, revokeCertificate } from '../contract/index.ts'
import { exchangePlatform, ward, wardSystem } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const integrator = official({ organisation: ward, roles: ['integrator'] })
type Pair = Awaited<ReturnType<typeof newSigningPair>>

async function renew(by: Pair, next: Pair, more: { organisation?: string; seconds?: number; over?: string } = {}) {
  const request = await writeRequest({ commonName: 'a' }, next.privateJwk)
  const claims = {
    iss: ward,
    exp: platform.clock.now().getTime() / 1000 + (more.seconds ?? 60),
    req: createHash('sha256')
      .update(more.over ?? request)
      .digest('base64url'),
  }
  const token = await (await signerOf(by.privateJwk)).sign(JSON.stringify(claims), 'tereze-renewal+jwt')
  return platform.run(renewCertificate, { organisation: more.organisation ?? ward, request, token }, anonymous('en'))
}

it('certifies the next key by itself as long as the present one is good, and only that key', async () => {
  await platform.run(makeAuthority, {}, official({ organisation: 'platform', roles: ['integrator'] }))
  const [first, second, third] = await Promise.all([newSigningPair(), newSigningPair(), newSigningPair()])
  const request = await writeRequest({ commonName: 'a' }, first.privateJwk)
  const given = await platform.run(
    issueCertificateOperation,
    { organisation: ward, system: wardSystem, request },
    integrator,
  )
  if (isRefused(given)) throw new Error(given.code)
  platform.clock.advance({ days: 70 })
  const next = await renew(first, second)
  expect(next).toMatchObject({ kid: second.id })
  const signers = await Promise.all([platform.newSystem(first), platform.newSystem(second)])
  // The birth is long ago by now and refused for that: both keys are believed.
  for (const signer of signers)
    expect(await platform.serve(await signer.sign())).toMatchObject({ code: 'exchange.message-refused' })

  const unproved = { code: 'exchange.renewal-unproved' }
  expect(await renew(third, third)).toMatchObject(unproved)
  expect(await renew(first, third, { over: 'another request' })).toMatchObject(unproved)
  expect(await renew(first, third, { seconds: -600 })).toMatchObject(unproved)
  expect(await renew(first, third, { seconds: 86_400 })).toMatchObject(unproved)
  expect(await renew(first, third, { organisation: 'health' })).toMatchObject(unproved)
  platform.clock.advance({ days: 25 })
  expect(await renew(first, third)).toMatchObject(unproved)
  expect(await renew(second, third)).toMatchObject({ kid: third.id })
  if (isRefused(next)) throw new Error(next.code)
  await platform.run(revokeCertificate, { organisation: ward, serial: next.serial, reason: 'stolen' }, integrator)
  expect(await renew(second, first)).toMatchObject(unproved)
})
