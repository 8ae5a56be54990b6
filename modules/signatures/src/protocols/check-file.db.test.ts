import { signatures as library } from '@tereze/foundation-signatures'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import type { SignatureCheck } from '../contract/index.ts'
import { signaturesPlatform } from '../signatures-platform.fixture.ts'
import { checkFileHandler } from './check-file.ts'

const platform = await signaturesPlatform()
const { signCms } = await library()
const content = new TextEncoder().encode('Өтініш')

async function check(files: Record<string, Uint8Array>): Promise<SignatureCheck | string> {
  const form = new FormData()
  for (const [name, bytes] of Object.entries(files)) form.set(name, new Blob([new Uint8Array(bytes)]), `${name}.bin`)
  const sent = new Response(form)
  const reply = await checkFileHandler.respond(
    {
      method: 'POST',
      url: new URL('https://services.example/signatures/check'),
      params: {},
      cookies: {},
      headers: { 'content-type': sent.headers.get('content-type') ?? '' },
      body: new Uint8Array(await sent.arrayBuffer()),
    },
    platform.context(),
  )
  return isRefused(reply) ? reply.code : (JSON.parse(String(reply.body)) as SignatureCheck)
}

it('tells anyone who signed, asks the authority once, and keeps what it answered', async () => {
  const signer = await platform.certify()
  const file = await signCms(content, signer.key, { claimedAt: platform.clock.now() })
  const expected = {
    kind: 'signed',
    signatures: [
      {
        verdict: 'valid',
        fault: null,
        level: 'qualified',
        signer: { name: 'Әсем Үлгібаева', organisation: null },
        numbers: [{ kind: 'person-number', value: 'DM-2345-6789-A', title: { en: 'Number' } }],
        authority: { name: 'Test Authority' },
        certificate: { serial: signer.serial },
        revocation: { status: 'good', by: 'ocsp' },
        covers: 'whole',
      },
    ],
  }
  expect(await check({ file, content })).toMatchObject(expected)
  expect(platform.asked).toMatchObject([{ url: 'http://ocsp.test/', method: 'POST' }])
  expect(await check({ file, content })).toMatchObject(expected)
  expect(platform.asked.length).toBe(1)
  platform.clock.advance({ hours: 2 })
  platform.revoked.set(signer.serial, new Date(platform.clock.now().getTime() - 60_000))
  expect(await check({ file, content })).toMatchObject({
    signatures: [{ verdict: 'invalid', fault: 'certificate-revoked', revocation: { status: 'revoked' } }],
  })
  expect(platform.asked.length).toBe(2)
})

it('tells what is wrong', async () => {
  const revoked = await platform.certify()
  platform.revoked.set(revoked.serial, platform.clock.now())
  const fault = async (files: Record<string, Uint8Array>) => {
    const found = await check(files)
    return typeof found === 'string' ? found : (found.signatures[0]?.fault ?? found.kind)
  }
  const file = await signCms(content, revoked.key)
  expect(await fault({ file, content })).toBe('certificate-revoked')
  expect(await fault({ file, content: content.with(0, 0) })).toBe('content-changed')
  expect(await fault({ file })).toBe('content-missing')
  expect(await fault({ file: content })).toBe('unreadable')
  expect(await fault({ content })).toBe('signatures.file-missing')
  platform.revoked.silent = true
  const other = await platform.certify()
  expect(await fault({ file: await signCms(content, other.key), content })).toBe('revocation-unknown')
})

it('goes nowhere for a certificate that nobody trusted issued', async () => {
  const stranger = await (await signaturesPlatform()).certify({ ocsp: 'http://127.0.0.1/' })
  const before = platform.asked.length
  const found = await check({ file: await signCms(content, stranger.key), content })
  expect(found).toMatchObject({
    signatures: [{ verdict: 'indeterminate', fault: 'chain-unknown', level: null, chain: [] }],
  })
  expect(platform.asked.length).toBe(before)
})
