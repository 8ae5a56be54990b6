import { expect, it } from 'vitest'
import { authoritiesPlatform, proposer } from '../authorities.fixture.ts'
import { readAuthorities } from '../contract/index.ts'

const platform = await authoritiesPlatform()
const read = (file: Uint8Array | string) =>
  platform.run(readAuthorities, { file: Buffer.from(file).toString('base64') }, proposer)
const pem = (base64: string) => `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`

it('shows each certificate of a file with all that stands against it, and keeps nothing', async () => {
  const foreign = await platform.foreign()
  const [der = new Uint8Array(), above = new Uint8Array()] = (await platform.certify()).key.certificates
  const all = [foreign.certificate, ...[above, der].map(one => Buffer.from(one).toString('base64'))]
  expect(await read(all.map(pem).join(''))).toMatchObject({
    items: [
      {
        holder: 'Foreign Authority',
        fingerprint: foreign.fingerprint,
        certificate: foreign.certificate,
        keyUse: ['certificates', 'revocation-lists'],
        key: { kind: 'ec', bits: 256 },
        isRoot: true,
        addresses: [],
        faults: [],
      },
      { holder: 'Test Authority', faults: ['known'] },
      { keyUse: ['signatures'], isRoot: false, addresses: ['http://ocsp.test/'], faults: ['not-an-authority'] },
    ],
  })
  expect(await read(Buffer.from(foreign.certificate, 'base64'))).toMatchObject({ items: [{ faults: [] }] })
  expect(await read('no certificate')).toMatchObject({ code: 'signatures.certificates-unreadable', pointer: '/file' })
})
