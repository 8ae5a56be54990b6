import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { authority, has, pem } from '../test-authority.fixture.ts'
import { judgeKey } from './judge-key.ts'
import { readCertificate } from './read-certificate.ts'
import { readCertificateFile } from './read-certificate-file.ts'

const root = await authority('Test Root')
const middle = await authority('Test Middle', root)
const [der = new Uint8Array()] = root.certificates
const [below = new Uint8Array()] = middle.certificates
const named = (file: Uint8Array) => readCertificateFile(file)?.map(({ subject }) => subject[0]?.value) ?? null

it('reads one certificate in DER or base64 and several in PEM; what holds none, or a broken one, is refused', () => {
  expect(named(der)).toEqual(['Test Root'])
  expect(named(Buffer.from(Buffer.from(der).toString('base64')))).toEqual(['Test Root'])
  expect(named(Buffer.from(`Authorities:\n${pem(der)}\n${pem(below)}`))).toEqual(['Test Root', 'Test Middle'])
  for (const file of ['', 'no certificate', `${pem(der)}${pem(new Uint8Array([1, 2]))}`])
    expect(named(Buffer.from(file)), file).toBeNull()
})

it.skipIf(!has('openssl', 'version'))('reads bundles that OpenSSL makes, in DER and PEM', () => {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'))
  try {
    const place = (name: string) => join(folder, name)
    writeFileSync(place('all.pem'), pem(der) + pem(below))
    for (const form of ['DER', 'PEM']) {
      execFileSync('openssl', [
        ...['crl2pkcs7', '-nocrl', '-certfile', place('all.pem')],
        ...['-outform', form, '-out', place(form)],
      ])
      expect(named(readFileSync(place(form))), form).toEqual(['Test Root', 'Test Middle'])
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('judges key and signature of an authority', () => {
  const judged = (bytes: Uint8Array) => {
    const certificate = readCertificate(bytes)
    if (certificate === null) throw new Error('it is a certificate')
    return judgeKey(certificate)
  }
  const sound = { key: { kind: 'ec', bits: 256 }, isKeyWeak: false, isDigestWeak: false }
  expect(judged(der)).toEqual({ ...sound, isRoot: true, own: 'holds' })
  expect(judged(below)).toEqual({ ...sound, isRoot: false, own: null })
  const damaged = new Uint8Array(der)
  damaged[damaged.length - 1] = (damaged[damaged.length - 1] ?? 0) ^ 1
  expect(judged(damaged)).toMatchObject({ isRoot: true, own: 'broken' })
})
