import { X509Certificate } from 'node:crypto'
import { expect, it } from 'vitest'
import { newSigningPair } from '../signature.ts'
import { readRequest, writeRequest } from './certificate-request.ts'
import { type CertificateUse, issueCertificate } from './issue-certificate.ts'
import { checkAuthority, checkChain, readX509, splitPem } from './read-certificate.ts'
import { readRevocations, writeRevocations } from './revocations.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, number))
const now = day(10)
type Pair = Awaited<ReturnType<typeof newSigningPair>>
interface Authority {
  readonly pair: Pair
  readonly certificate: string
}

async function authority(commonName: string, by: Authority | null, from = day(1), until = day(99)): Promise<Authority> {
  const pair = await newSigningPair()
  const issuer = { certificate: by?.certificate ?? null, privateJwk: (by?.pair ?? pair).privateJwk }
  const issued = await issueCertificate({
    subject: { commonName },
    publicJwk: pair.publicJwk,
    issuer,
    use: 'authority',
    from,
    until,
  })
  return { pair, certificate: issued.pem }
}
async function leaf(by: Authority, more: { from?: Date; until?: Date; use?: CertificateUse } = {}) {
  const { publicJwk } = await newSigningPair()
  const issued = await issueCertificate({
    subject: { commonName: 'Система, №1 = "x"', organisation: 'Ұйым', unit: 'a/b+c' },
    publicJwk,
    issuer: { certificate: by.certificate, privateJwk: by.pair.privateJwk },
    use: more.use ?? 'signing',
    from: more.from ?? day(5),
    until: more.until ?? day(20),
    revocations: 'https://services.example/revocations',
  })
  return { ...issued, publicJwk }
}

const root = await authority('Root', null)
const between = await authority('Between', root)
const other = await authority('Root', null)

it('names whom it certifies sign by sign, whatever stands in the name, and the key', async () => {
  const { pem, serial, publicJwk } = await leaf(root)
  const read = readX509(pem)
  expect(read).toMatchObject({ serial, isAuthority: false, from: day(5), until: day(20) })
  expect(read?.jwk).toEqual({ kty: 'EC', crv: 'P-256', x: publicJwk.x, y: publicJwk.y })
  expect(new X509Certificate(pem).toLegacyObject().subject).toMatchObject({
    CN: 'Система, №1 = "x"',
    O: 'Ұйым',
    OU: 'a/b+c',
  })
  expect(readX509('no certificate')).toBeNull()
  expect(splitPem(`${pem}${root.certificate}`)).toHaveLength(2)
})

it('is checked on its way to an authority, each fault by its name', async () => {
  const good = await leaf(root)
  const far = await leaf(between)
  const late = await authority('Late', root, day(1), day(9))
  const table: [string, string, string[], string, string | null][] = [
    ['good', good.pem, [], root.certificate, null],
    ['good over another', far.pem, [between.certificate], root.certificate, null],
    ['another authority of the same name', good.pem, [], other.certificate, 'wrong-chain'],
    ['a link missing', far.pem, [], root.certificate, 'wrong-chain'],
    ['a link too many', good.pem, [between.certificate], root.certificate, 'wrong-chain'],
    ['a link that is no authority', good.pem, [far.pem], root.certificate, 'wrong-chain'],
    ['expired', (await leaf(root, { until: now })).pem, [], root.certificate, 'expired'],
    ['not yet', (await leaf(root, { from: day(11) })).pem, [], root.certificate, 'not-yet-valid'],
    ['an authority that is over', (await leaf(late)).pem, [late.certificate], root.certificate, 'expired'],
    ['an authority as a signer', between.certificate, [], root.certificate, 'not-for-signing'],
    ['nonsense', 'x', [], root.certificate, 'unreadable'],
  ]
  for (const [what, pem, way, trusted, fault] of table) {
    const found = await checkChain(pem, way, trusted, now)
    expect([what, 'fault' in found ? found.fault : null]).toEqual([what, fault])
  }
  const judged = async (pem: string, at = now) => {
    const found = await checkAuthority(pem, at)
    return 'fault' in found ? found.fault : null
  }
  expect(await judged(root.certificate)).toBeNull()
  expect(await judged(good.pem)).toBe('not-an-authority')
  expect(await judged(late.certificate)).toBe('expired')
  expect(await judged('x')).toBe('unreadable')
})

it('is asked for by whoever shows that the key is theirs', async () => {
  const pair = await newSigningPair()
  const request = await writeRequest({ commonName: 'Система' }, pair.privateJwk)
  expect(await readRequest(request)).toMatchObject({ jwk: { x: pair.publicJwk.x, y: pair.publicJwk.y } })
  const bytes = Buffer.from(request.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  const forged = `-----BEGIN CERTIFICATE REQUEST-----\n${bytes.toString('base64')}\n-----END CERTIFICATE REQUEST-----`
  expect(await readRequest(forged)).toEqual({ fault: 'request-invalid' })
  expect(await readRequest('nonsense')).toEqual({ fault: 'unreadable' })
})

it('is taken back by a list that its authority signed', async () => {
  const issuer = { certificate: root.certificate, privateJwk: root.pair.privateJwk }
  const list = new Uint8Array(
    await writeRevocations(issuer, [{ serial: '0a1b', at: day(8) }], { from: day(9), until: day(12) }),
  )
  expect(await readRevocations(list, root.certificate, now)).toEqual({ serials: ['a1b'], from: day(9), until: day(12) })
  expect(await readRevocations(list, other.certificate, now)).toEqual({ fault: 'wrong-chain' })
  expect(await readRevocations(list, root.certificate, day(8))).toEqual({ fault: 'not-yet-valid' })
  expect(await readRevocations(list, root.certificate, day(12))).toEqual({ fault: 'expired' })
  expect(await readRevocations('nonsense', root.certificate, now)).toEqual({ fault: 'unreadable' })
})
