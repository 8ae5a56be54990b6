import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signatures } from '@tereze/foundation-signatures'
import { afterAll, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-signature-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, content: Uint8Array | string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

it('says of each signature whether it holds, and fails when one does not', async () => {
  const { issue, signCms, softwareKey } = await signatures()
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const day = 86_400_000
  // A signer who is trusted by itself: nobody has to be asked about it.
  const certificate = await issue({
    subject: [{ type: '2.5.4.3', value: 'Test Signer' }],
    publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
    issuer: softwareKey(privateKey, []),
    use: 'signing',
    from: new Date(Date.now() - day),
    until: new Date(Date.now() + day),
  })
  const content = Buffer.from('content')
  const signed = file('content.sig', await signCms(content, softwareKey(privateKey, [certificate])))
  const beside = file('content', content)
  const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate).toString('base64')}\n-----END CERTIFICATE-----\n`
  const trust = file('trust.pem', pem)
  const check = (...args: string[]) => tereze('signature', 'check', ...args)

  expect(await check(signed, '--content', beside, '--trust', trust, '--offline')).toMatchObject({
    code: 0,
    out: expect.stringContaining('valid  cms  Test Signer'),
  })
  expect(await check(signed, '--content', beside)).toMatchObject({
    code: 1,
    out: expect.stringContaining('indeterminate  cms  Test Signer  chain-unknown'),
  })
  expect(await check(signed, '--content', trust, '--trust', trust)).toMatchObject({
    code: 1,
    out: expect.stringContaining('content-changed'),
  })
  expect(await check(signed)).toMatchObject({ code: 1, out: expect.stringContaining('content-missing') })
  expect(await check(beside, '--json')).toMatchObject({ code: 1, out: expect.stringContaining('unreadable') })
  expect(await check(signed, '--content', beside, '--trust', beside)).toMatchObject({ code: 1 })
})
