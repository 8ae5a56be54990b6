import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readCertificate } from '../certificates/read-certificate.ts'
import { signJws } from '../jws/jws.ts'
import { stampJws } from '../jws/unprotected.ts'
import { authority, certified, day, has, now, pem, tool } from '../test-authority.fixture.ts'
import { judgeSignature } from '../validate/judge-signature.ts'
import { readSignatures } from '../validate/read-signatures.ts'
import { signXml } from '../xml/sign-xml.ts'
import { stampXml } from '../xml/stamp-xml.ts'
import { timestampAuthority, timestampClient } from './speak-timestamps.ts'

const root = await authority('Test Root')
const anchor = readCertificate(root.certificates[0] ?? '')
if (anchor === null) throw new Error('it is a certificate')
const clock = await certified(root, { use: 'timestamps' })
const earlier = new Date(now.getTime() - 2 * day)
/** Ended yesterday: its signatures hold by their time-stamps alone. */
const signer = await certified(root, { until: new Date(now.getTime() - day) })
const timestamps = timestampClient(timestampAuthority({ key: clock, now: () => earlier }))
const content = new TextEncoder().encode('{"sum":100}')
const xml = '<p:order xmlns:p="urn:test"><p:sum>100</p:sum></p:order>'

function signaturesOf(file: string, beside: Uint8Array | null) {
  const read = readSignatures(Buffer.from(file), beside)
  if (read.kind !== 'signed') throw new Error(read.kind)
  return read.signatures
}
async function judge(file: string, beside: Uint8Array | null = null) {
  const [signature] = signaturesOf(file, beside)
  if (signature === undefined) throw new Error('it is signed')
  const good = { by: 'list', status: 'good', revokedAt: null, from: now, until: null } as const
  const anchors = [{ certificate: anchor as NonNullable<typeof anchor>, level: 'advanced' as const, qualifiedBy: [] }]
  const { fault, provenAt } = await judgeSignature(signature, { anchors, now, revocations: async () => [good] })
  return { fault, provenAt }
}
const proven = { fault: null, provenAt: earlier }
const late = { fault: 'certificate-expired', provenAt: null }

const baselineXml = await signXml(xml, signer, earlier)
const stampedXml = await signXml(xml, signer, earlier, timestamps)
const baselineJws = await signJws(content, signer, earlier)
const stampedJws = await stampJws(baselineJws, timestamps)

it('keeps a signature of XML provable beyond its certificate by a time-stamp of its value (XAdES-T)', async () => {
  expect(await judge(baselineXml)).toEqual(late)
  expect(await judge(stampedXml)).toEqual(proven)
  expect(await judge(await stampXml(stampedXml, timestamps))).toEqual(proven)
  // The stamp of another signature proves nothing, nor does one canonicalised in a way that is not looked at.
  const [stamp = ''] = /<xades:UnsignedProperties.*<\/xades:UnsignedProperties>/.exec(stampedXml) ?? []
  const moved = baselineXml.replace('</xades:QualifyingProperties>', `${stamp}</xades:QualifyingProperties>`)
  expect(await judge(moved)).toEqual(late)
  const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
  const other = stamp.replace('http://www.w3.org/2001/10/xml-exc-c14n#', inclusive)
  expect(await judge(stampedXml.replace(stamp, other))).toEqual(late)
  await expect(stampXml(xml, timestamps)).rejects.toThrow('no XAdES signature')
})

it('keeps a JWS provable beyond its certificate by a time-stamp of its value (JAdES-T)', async () => {
  expect(await judge(baselineJws, content)).toEqual(late)
  expect(await judge(stampedJws, content)).toEqual(proven)
  expect(await judge(await stampJws(stampedJws, timestamps), content)).toEqual(proven)
  const { header } = JSON.parse(stampedJws) as { header: object }
  const another = JSON.parse(await stampJws(await signJws(content, signer, earlier), timestamps)) as object
  expect(await judge(JSON.stringify({ ...another, header }), content)).toEqual(late)
  expect((await judge(stampedJws, new TextEncoder().encode('{"sum":900}'))).fault).toBe('content-changed')
  for (const etsiU of [null, ['%', 7, null, { sigTst: { tstTokens: [{ val: 7 }, null] } }, { sigTst: null }]])
    expect(await judge(JSON.stringify({ ...another, header: { etsiU } }), content)).toEqual(late)
  await expect(stampJws('{}', timestamps)).rejects.toThrow('no JWS')
  expect(readSignatures(Buffer.from('{"protected":7}'), content)).toEqual({ kind: 'unreadable' })
})

it.runIf(has('openssl', 'version'))('holds tokens that OpenSSL verifies over the bytes that the standards name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tereze-stamps-'))
  const file = (name: string, bytes: Uint8Array | string) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  try {
    const trust = file('root.pem', pem(root.certificates[0] ?? new Uint8Array()))
    // The element as exclusive canonicalisation writes it: its own namespace alone, no attributes here.
    const [, value = ''] = /<ds:SignatureValue>([^<]+)<\/ds:SignatureValue>/.exec(stampedXml) ?? []
    const element = `<ds:SignatureValue xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${value}</ds:SignatureValue>`
    const { signature } = JSON.parse(stampedJws) as { signature: string }
    for (const [name, signed, token] of [
      ['xml', element, signaturesOf(stampedXml, null)[0]?.timestamps[0]],
      ['jws', signature, signaturesOf(stampedJws, content)[0]?.timestamps[0]],
    ] as const) {
      const { said } = tool('openssl', [
        ...['ts', '-verify', '-token_in', '-in', file(`${name}.tst`, token ?? ''), '-data', file(name, signed)],
        ...['-CAfile', trust, '-attime', String(now.getTime() / 1000)],
      ])
      expect(said, name).toContain('Verification: OK')
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
