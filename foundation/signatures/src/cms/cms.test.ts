import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { authority, certified, has, now, pair, pem, tool } from '../test-authority.fixture.ts'
import { readTimestampInfo, timestampAuthority, timestampClient } from '../timestamps/speak-timestamps.ts'
import { readCms } from './read-cms.ts'
import { addTimestamp, signCms } from './sign-cms.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-cms-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const root = await authority('Test Root')
const middle = await authority('Test Middle', root)
const signer = await certified(middle)
const rsa = await certified(middle, {}, pair('rsa'))
const clock = await certified(middle, { use: 'timestamps' })
const stamps = timestampClient(timestampAuthority({ key: clock, now: () => now }))
const content = new TextEncoder().encode('Өтініш: I apply.')

describe('signCms', () => {
  it.runIf(has('openssl', 'version'))('is verified by OpenSSL, with and without time-stamp', async () => {
    const trust = file('root.pem', pem(root.certificates[0] ?? new Uint8Array()))
    const signed = file('content', content)
    for (const [name, key] of [
      ['ec', signer],
      ['rsa', rsa],
    ] as const) {
      for (const timestamps of [undefined, stamps]) {
        const cms = await signCms(content, key, { claimedAt: now, ...(timestamps === undefined ? {} : { timestamps }) })
        const args = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', file(`${name}.sig`, cms)]
        const checked = tool('openssl', [
          ...args,
          '-content',
          signed,
          '-CAfile',
          trust,
          '-attime',
          String(now.getTime() / 1000),
          '-purpose',
          'any',
        ])
        expect(checked.said).toContain('I apply.')
        expect(checked.ok).toBe(true)
      }
    }
    const token = await stamps.stamp(content)
    const verified = tool('openssl', [
      ...['ts', '-verify', '-token_in', '-in', file('token', token), '-data', signed, '-CAfile', trust],
      ...[
        '-untrusted',
        file('middle.pem', pem(middle.certificates[0] ?? new Uint8Array())),
        '-attime',
        String(now.getTime() / 1000),
      ],
    ])
    expect(verified.said).toContain('Verification: OK')
  })

  it('reads its own signature, inside and beside', async () => {
    const beside = await signCms(content, signer, { claimedAt: now })
    expect(readCms(beside, content)?.signatures).toMatchObject([
      { fault: null, namesCertificate: true, claimedAt: now },
    ])
    const inside = readCms(await signCms(content, signer, { inside: true }), null)
    expect(inside).toMatchObject({ content, signatures: [{ fault: null, claimedAt: null }] })
    const stamped = readCms(await addTimestamp(beside, stamps), content)
    const token = stamped?.signatures[0]?.timestamps[0]
    const info = readCms(token ?? new Uint8Array(), null)?.content
    expect(readTimestampInfo(info ?? new Uint8Array())?.at).toEqual(now)
    expect(readCms(Buffer.from(pem(beside, 'CMS')), content)?.signatures).toMatchObject([{ fault: null }])
  })

  it('does not hold when a bit of the content, the attributes or the value is another', async () => {
    const cms = await signCms(content, signer)
    const other = content.with(0, 0x41)
    expect(readCms(cms, other)?.signatures[0]?.fault).toBe('content-changed')
    expect(readCms(cms, null)?.signatures[0]?.fault).toBe('content-changed')
    const inside = await signCms(content, signer, { inside: true })
    expect(readCms(inside, other)?.signatures[0]?.fault).toBe('content-changed')
    const last = cms.length - 1
    expect(readCms(cms.with(last, (cms[last] ?? 0) ^ 1), content)?.signatures[0]?.fault).toBe('signature-broken')
    expect(readCms(new Uint8Array([0x30, 3, 2, 1, 1]), content)).toBeNull()
    expect(readCms(new TextEncoder().encode('no signature'), content)).toBeNull()
  })

  it('tells when another certificate was put in place of the one that is named', async () => {
    const keys = pair()
    const own = await certified(middle, {}, keys)
    const same = await certified(middle, {}, keys)
    // The attacker's certificate has the same key; the signature holds under it, and it is not the one that was meant.
    const cms = await signCms(content, { ...own, sign: own.sign })
    const swapped = await signCms(content, {
      ...own,
      certificates: same.certificates,
      sign: async () => own.sign(new Uint8Array()),
    })
    expect(readCms(swapped, content)?.signatures[0]?.fault).toBe('signature-broken')
    const parsed = readCms(cms, content)?.parsed
    const replaced = await signCms(content, same)
    const swap = readCms(replaced, content)?.parsed
    if (parsed === undefined || swap === undefined) throw new Error('both are CMS')
    const [signature] = parsed.signerInfos
    const [target] = swap.signerInfos
    if (signature === undefined || target === undefined) throw new Error('both are signed')
    const { ContentInfo } = await import('pkijs')
    signature.sid = target.sid
    parsed.certificates = swap.certificates ?? []
    const forged = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: parsed.toSchema(true) })
    expect(readCms(new Uint8Array(forged.toSchema().toBER()), content)?.signatures[0]?.fault).toBe(
      'certificate-swapped',
    )
  })

  it.runIf(has('openssl', 'version'))('takes what OpenSSL signs, and calls SHA-1 weak', async () => {
    const cert = file('signer.pem', pem(rsa.certificates[0] ?? new Uint8Array()))
    const key = file('signer.key', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const args = [
      'cms',
      '-sign',
      '-binary',
      '-outform',
      'DER',
      '-in',
      file('c', content),
      '-signer',
      cert,
      '-inkey',
      key,
    ]
    for (const [digest, fault] of [
      ['sha256', null],
      ['sha512', null],
      ['sha1', 'digest-weak'],
    ] as const) {
      const out = join(folder, `${digest}.p7s`)
      expect(tool('openssl', [...args, '-md', digest, '-out', out]).ok).toBe(true)
      const { readFileSync } = await import('node:fs')
      expect(readCms(readFileSync(out), content)?.signatures[0]).toMatchObject({ fault, namesCertificate: false })
    }
    expect(tool('openssl', [...args, '-noattr', '-out', join(folder, 'bare')]).ok).toBe(true)
    const { readFileSync } = await import('node:fs')
    expect(readCms(readFileSync(join(folder, 'bare')), content)?.signatures[0]?.fault).toBe('attributes-missing')
  })
})
