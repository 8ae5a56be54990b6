import { describe, expect, it } from 'vitest'
import type { SignatureKey } from '../algorithms/signature-key.ts'
import { type Certificate, readCertificate } from '../certificates/read-certificate.ts'
import { signCms } from '../cms/sign-cms.ts'
import type { RevocationAnswer } from '../revocation/answer.ts'
import { ocspNameOf, readOcspAnswer, readOcspRequest, writeOcspAnswer, writeOcspRequest } from '../revocation/ocsp.ts'
import { readRevocationList, writeRevocationList } from '../revocation/revocation-list.ts'
import { authority, certified, cn, day, from, has, now, pem, tool } from '../test-authority.fixture.ts'
import { timestampAuthority, timestampClient } from '../timestamps/speak-timestamps.ts'
import { type Judging, judgeSignature } from './judge-signature.ts'
import { readSignatures } from './read-signatures.ts'

const certificateOf = (key: SignatureKey): Certificate => {
  const read = readCertificate(key.certificates[0] ?? new Uint8Array())
  if (read === null) throw new Error('a test key has a certificate')
  return read
}
const root = await authority('Test Root')
const middle = await authority('Test Middle', root)
const policy = '1.2.3.4.5'
const signer = await certified(middle, {
  subject: [...cn('Test Signer'), { type: '2.5.4.5', value: 'IIN000000000000' }],
  policies: [policy],
  ocsp: 'http://ocsp.test/',
  revocationLists: 'http://crl.test/list.crl',
})
const content = new TextEncoder().encode('content')
const good: RevocationAnswer = {
  by: 'ocsp',
  status: 'good',
  revokedAt: null,
  from: now,
  until: new Date(now.getTime() + day),
}
const judging: Judging = {
  anchors: [{ certificate: certificateOf(root), level: 'qualified', qualifiedBy: [policy] }],
  now,
  revocations: async () => [good],
}

async function judge(key: SignatureKey, change: Partial<Judging> = {}, stampedAt: Date | null = null) {
  const clock = stampedAt === null ? null : await certified(root, { use: 'timestamps' })
  const timestamps =
    clock === null
      ? {}
      : { timestamps: timestampClient(timestampAuthority({ key: clock, now: () => stampedAt ?? now })) }
  const read = readSignatures(await signCms(content, key, { claimedAt: from, ...timestamps }), content)
  const [signature] = read.kind === 'signed' ? read.signatures : []
  if (signature === undefined) throw new Error('it is signed')
  return judgeSignature(signature, { ...judging, ...change })
}
const revokedAt = (at: Date): Partial<Judging> => ({
  revocations: async () => [{ ...good, status: 'revoked', revokedAt: at }],
})

describe('judgeSignature', () => {
  it('tells who, when, by whom certified, and what it is worth', async () => {
    const report = await judge(signer, {}, new Date(now.getTime() - day))
    expect(report).toMatchObject({
      verdict: 'valid',
      fault: null,
      level: 'qualified',
      claimedAt: from,
      provenAt: new Date(now.getTime() - day),
      covers: 'whole',
      revocation: { status: 'good', by: 'ocsp' },
    })
    expect(report.signer?.subject).toContainEqual({ type: '2.5.4.5', value: 'IIN000000000000' })
    expect(report.chain).toHaveLength(3)
    expect((await judge(await certified(middle))).level).toBe('advanced')
  })

  it('judges chains', async () => {
    const stranger = await authority('Test Root')
    const forged = await authority('Test Middle', stranger)
    const person = await certified(middle)
    const table: [string, SignatureKey, Partial<Judging>, string][] = [
      ['another root of the same name', await certified(forged), {}, 'chain-unknown'],
      ['a person who certifies others', await certified(person), {}, 'chain-unknown'],
      ['an authority that signs documents', middle, {}, 'certificate-unusable'],
      [
        'a key for time-stamps is a signing key; one for nothing else is not refused',
        await certified(middle, { until: new Date(now.getTime() - day) }),
        {},
        'certificate-expired',
      ],
      ['not valid yet', await certified(middle, { from: new Date(now.getTime() + day) }), {}, 'certificate-early'],
      ['nothing known of revocation', signer, { revocations: async () => [] }, 'revocation-unknown'],
      [
        'an answer that is older than the signature and has run out',
        signer,
        { revocations: async () => [{ ...good, from, until: new Date(from.getTime() + day) }] },
        'revocation-unknown',
      ],
      ['revoked', signer, revokedAt(new Date(now.getTime() - day)), 'certificate-revoked'],
    ]
    for (const [what, key, change, fault] of table) expect((await judge(key, change)).fault, what).toBe(fault)
  })

  it('believes a time-stamp: expired or revoked since is not expired or revoked then', async () => {
    const old = new Date(now.getTime() - 2 * day)
    const expired = await certified(middle, { until: new Date(now.getTime() - day) })
    expect((await judge(expired)).fault).toBe('certificate-expired')
    expect((await judge(expired, {}, old)).fault).toBeNull()
    expect((await judge(signer, revokedAt(new Date(now.getTime() - day)), old)).fault).toBeNull()
    expect((await judge(signer, revokedAt(new Date(old.getTime() - day)), old)).fault).toBe('certificate-revoked')
    // A stamp of somebody who is no clock, or of tomorrow, proves nothing.
    expect((await judge(expired, {}, new Date(now.getTime() + day))).provenAt).toBeNull()
  })
})

it('trusts an authority until it is withdrawn: what is stamped before stays as it was', async () => {
  const withdrawn = (at: Date): Partial<Judging> => ({
    anchors: judging.anchors.map(one => ({ ...one, withdrawnAt: at })),
  })
  const yesterday = new Date(now.getTime() - day)
  expect((await judge(signer, withdrawn(yesterday))).fault).toBe('chain-unknown')
  expect(await judge(signer, withdrawn(yesterday), new Date(now.getTime() - 2 * day))).toMatchObject({
    fault: null,
    level: 'qualified',
  })
  // Stamped after it, by a clock that is of the same authority.
  expect((await judge(signer, withdrawn(yesterday), now)).fault).toBe('chain-unknown')
})

describe('revocation', () => {
  const [certificate, issuer] = [certificateOf(signer), certificateOf(middle)]
  const term = { from: now, until: new Date(now.getTime() + day) }
  const said = async (key: SignatureKey, revoked: Date | null) => {
    const id = readOcspRequest(writeOcspRequest(certificate, issuer))?.id
    if (id === undefined) throw new Error('the request is read')
    return writeOcspAnswer(key, { id, revokedAt: revoked, ...term })
  }

  it('asks and answers by OCSP', async () => {
    expect(certificate).toMatchObject({ ocsp: ['http://ocsp.test/'], revocationLists: ['http://crl.test/list.crl'] })
    expect(readOcspRequest(writeOcspRequest(certificate, issuer))?.serial).toBe(certificate.serial)
    expect(readOcspAnswer(await said(middle, null), certificate, issuer)).toMatchObject({ status: 'good', from: now })
    expect(readOcspAnswer(await said(middle, from), certificate, issuer)).toMatchObject({
      status: 'revoked',
      revokedAt: from,
    })
    const delegate = await certified(middle, { use: 'ocsp' })
    expect(readOcspAnswer(await said(delegate, null), certificate, issuer)).toMatchObject({ status: 'good' })
  })

  it('believes no answer of others, about others, or by a person', async () => {
    const person = await certified(middle)
    for (const key of [root, person, await certified(root, { use: 'ocsp' })])
      expect(readOcspAnswer(await said(key, null), certificate, issuer)).toEqual({ fault: 'wrong-chain' })
    const answer = await said(middle, null)
    expect(readOcspAnswer(answer, certificateOf(person), issuer)).toEqual({ fault: 'not-answered' })
    expect(readOcspAnswer(new Uint8Array([1]), certificate, issuer)).toEqual({ fault: 'unreadable' })
    expect(ocspNameOf(certificate, issuer).serialNumber).toBeDefined()
  })

  it('reads lists, and no list of another authority', async () => {
    const list = await writeRevocationList(middle, [{ serial: certificate.serial, at: from }], term)
    expect(readRevocationList(list, certificate, issuer)).toMatchObject({
      by: 'list',
      status: 'revoked',
      revokedAt: from,
    })
    expect(readRevocationList(Buffer.from(pem(list, 'X509 CRL')), certificate, issuer)).toMatchObject({
      status: 'revoked',
    })
    expect(readRevocationList(await writeRevocationList(middle, [], term), certificate, issuer)).toMatchObject({
      status: 'good',
    })
    expect(readRevocationList(await writeRevocationList(root, [], term), certificate, issuer)).toEqual({
      fault: 'wrong-chain',
    })
    expect(readRevocationList(list.with(list.length - 1, 0), certificate, issuer)).toEqual({ fault: 'wrong-chain' })
    expect(readRevocationList(new Uint8Array([0x30]), certificate, issuer)).toEqual({ fault: 'unreadable' })
  })

  it.runIf(has('openssl', 'version'))('is understood by OpenSSL', async () => {
    const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs')
    const { tmpdir } = await import('node:os')
    const { join } = await import('node:path')
    const folder = mkdtempSync(join(tmpdir(), 'tereze-revocation-'))
    const file = (name: string, bytes: Uint8Array | string) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return path
    }
    try {
      const trust = file('root.pem', pem(root.certificates[0] ?? new Uint8Array()))
      const chain = file('chain.pem', pem(issuer.der))
      const list = file('crl.der', await writeRevocationList(middle, [{ serial: certificate.serial, at: from }], term))
      const crl = tool('openssl', ['crl', '-inform', 'DER', '-in', list, '-CAfile', chain, '-noout', '-text'])
      expect(crl.said.toLowerCase()).toContain(certificate.serial)
      const response = file('ocsp.der', await said(middle, from))
      const ocsp = tool('openssl', [
        'ocsp',
        '-respin',
        response,
        '-issuer',
        chain,
        '-cert',
        file('leaf.pem', pem(certificate.der)),
        '-CAfile',
        trust,
        '-verify_other',
        chain,
        '-no_nonce',
        '-partial_chain',
        '-attime',
        String(now.getTime() / 1000),
      ])
      expect(ocsp.said).toContain('revoked')
      const verified = tool('openssl', [
        'verify',
        '-x509_strict',
        '-CAfile',
        trust,
        '-untrusted',
        chain,
        '-attime',
        String(now.getTime() / 1000),
        file('leaf2.pem', pem(certificate.der)),
      ])
      expect(verified.said).toContain('OK')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

it('tells files apart', async () => {
  const cms = await signCms(content, signer)
  expect(readSignatures(cms, null)).toEqual({ kind: 'content-missing' })
  expect(readSignatures(Buffer.from('%PDF-1.7 nothing'), null)).toEqual({ kind: 'not-signed' })
  expect(readSignatures(Buffer.from('<a/>'), null)).toEqual({ kind: 'not-signed' })
  expect(readSignatures(Buffer.from('hello'), null)).toEqual({ kind: 'unreadable' })
  expect(readSignatures(new Uint8Array(), content)).toEqual({ kind: 'unreadable' })
})
