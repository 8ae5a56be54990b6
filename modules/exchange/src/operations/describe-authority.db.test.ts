import { newSigningPair, readRevocations, writeRequest } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { anonymous, isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { describeAuthority, issueCertificateOperation, makeAuthority, revokeCertificate } from '../contract/index.ts'
import { exchangePlatform, ward } from '../exchange-platform.fixture.ts'
import { serveAuthorityProtocol } from '../protocols/serve-authority.ts'

const platform = await exchangePlatform()
const nobody = anonymous('en')
const get = (file: string) =>
  serveAuthorityProtocol.respond(
    {
      method: 'GET',
      url: new URL(`http://tests.localhost/exchange/v1/authority/${file}`),
      params: { file },
      headers: {},
      cookies: {},
      body: new Uint8Array(),
    },
    {
      ...platform.runner.surroundings(nobody, 'request-1', null),
      origin: 'http://tests.localhost',
      call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? nobody),
    },
  )

it('gives the certificate of the authority and what was taken back, to anybody', async () => {
  expect(await platform.run(describeAuthority, {}, nobody)).toMatchObject({ code: 'exchange.authority-not-found' })
  const made = await platform.run(makeAuthority, {}, official({ organisation: 'platform', roles: ['integrator'] }))
  if (isRefused(made)) throw new Error(made.code)
  const integrator = official({ organisation: ward, roles: ['integrator'] })
  const request = await writeRequest({ commonName: 'a' }, (await newSigningPair()).privateJwk)
  const given = await platform.run(
    issueCertificateOperation,
    { organisation: ward, system: 'laboratory', request },
    integrator,
  )
  if (isRefused(given)) throw new Error(given.code)
  await platform.run(revokeCertificate, { organisation: ward, serial: given.serial, reason: 'stolen' }, integrator)
  expect(await get('certificate.pem')).toMatchObject({ status: 200, body: made.certificate })
  const served = await get('revocations.crl')
  if (isRefused(served) || !('body' in served)) throw new Error('not served')
  expect(served.headers).toMatchObject({ 'content-type': 'application/pkix-crl' })
  const list = await readRevocations(new Uint8Array(served.body as Uint8Array), made.certificate, platform.clock.now())
  expect(list).toMatchObject({ serials: [given.serial] })
  expect(await get('key.pem')).toMatchObject({ code: 'exchange.authority-not-found' })
})
