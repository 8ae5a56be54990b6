import { signatures as library } from '@tereze/foundation-signatures'
import { anonymous, isRefused, type ProtocolRequest } from '@tereze/operation'
import { expect, it } from 'vitest'
import { revokeSeal, writeRevoked } from '../contract/index.ts'
import { showRevokedHandler } from '../protocols/show-revoked.ts'
import { platformOf, revokerOf, sealsPlatform } from '../seals.fixture.ts'

const platform = await sealsPlatform()

it('lists revoked seals under the authority’s signature, for the platform and for everybody', async () => {
  const write = () => platform.run(writeRevoked, {}, platformOf('platform'))
  expect(await write()).toMatchObject({ code: 'signatures.authority-missing' })
  await platform.found()
  const seal = await platform.certify()
  const { readCertificate, readRevocationList } = await library()
  const [leaf, above] = seal.certificates.map(readCertificate)
  if (leaf == null || above == null) throw new Error('both are certificates')
  const said = async () => {
    const written = await write()
    if (isRefused(written)) throw new Error(written.code)
    return readRevocationList(Buffer.from(written.list, 'base64'), leaf, above)
  }
  expect(await said()).toMatchObject({ status: 'good' })
  const revokedAt = platform.clock.now()
  await platform.run(revokeSeal, { organisation: 'health', serial: seal.serial, reason: 'test' }, revokerOf('health'))
  expect(await said()).toMatchObject({ status: 'revoked', revokedAt })

  const actor = anonymous()
  const request: ProtocolRequest = {
    method: 'GET',
    url: new URL('https://services.example/signatures/revoked.crl'),
    params: {},
    headers: {},
    cookies: {},
    body: new Uint8Array(),
  }
  const reply = await showRevokedHandler.respond(request, {
    ...platform.runner.surroundings(actor, 'correlation', null),
    origin: 'https://services.example',
    call: (definition, input, options) => platform.runner.call(definition, input, options?.actor ?? actor),
  })
  if (isRefused(reply)) throw new Error(reply.code)
  expect(reply.headers['content-type']).toBe('application/pkix-crl')
  expect(readRevocationList(new Uint8Array(reply.body as Uint8Array), leaf, above)).toMatchObject({ status: 'revoked' })
})
