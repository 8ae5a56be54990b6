import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { writeRevocationList } from '../revocation/revocation-list.ts'
import { authority, certified, has, now, pem, tool, until } from '../test-authority.fixture.ts'
import { timestampAuthority, timestampClient } from '../timestamps/speak-timestamps.ts'
import { addLongTermData, stampPdf } from './long-term.ts'
import { readLastStamp } from './read-last-stamp.ts'
import { isCovered, readPdf } from './read-pdf.ts'
import { signPdf } from './sign-pdf.ts'
import { smallPdf } from './small-pdf.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-long-term-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const root = await authority('Test Root')
const signer = await certified(root)
const clock = await certified(root, { use: 'timestamps' })
const answering = timestampAuthority({ key: clock, now: () => now })
const timestamps = timestampClient(answering)
const list = await writeRevocationList(root, [], { from: now, until })
const signed = await signPdf(smallPdf(), signer, { at: now, name: 'Тіркеу', label: 'Мөр', timestamps })
const data = { certificates: signer.certificates, lists: [list], answers: [] }
const kept = addLongTermData(signed, data)
const stamped = await stampPdf(kept, timestamps)
const again = await stampPdf(stamped, timestamps)
const seen = (file: Uint8Array) =>
  readPdf(file).map(({ fault, isTimestamp, length }) => [fault, isTimestamp, isCovered(file, length)])

it('adds what a signature is judged by, and stamps over all of it, again and again; the signature covers what it covered', () => {
  expect(seen(kept)).toEqual([[null, false, true]])
  expect(seen(again)).toEqual([
    [null, false, true],
    [null, true, true],
    [null, true, true],
  ])
})

it('adds data to those that are there, for the next stamp, and takes none away', () => {
  const [first = new Uint8Array()] = clock.certificates
  const more = addLongTermData(again, { certificates: [first], lists: [], answers: [list] })
  expect(seen(more).map(([fault, , isWhole]) => [fault, isWhole])).toEqual([
    [null, true],
    [null, true],
    [null, true],
  ])
  const stores = [
    ...Buffer.from(more)
      .toString('latin1')
      .matchAll(/\/Type \/DSS (.*) >>/g),
  ].map(([, parts]) => parts)
  expect(stores).toHaveLength(2)
  const [before = [], after = []]: readonly (readonly string[])[] = stores.map(store => store?.match(/\d+ 0 R/g) ?? [])
  expect(after.filter(reference => before.includes(reference))).toEqual(before)
  expect(after).toHaveLength(before.length + 2)
  const lost = Buffer.from(
    Buffer.from(more)
      .toString('latin1')
      .replace(/(\/Type \/DSS )(?![\s\S]*\/Type \/DSS )\/Certs \[\d+ 0 R /, '$1/Certs ['),
    'latin1',
  )
  expect(Buffer.compare(lost, more)).not.toBe(0)
  expect(seen(lost)[0]).toEqual([null, false, false])
})

it('tells until when the newest stamp is good, and by whom it was given', () => {
  expect(readLastStamp(signed)).toBeNull()
  const last = readLastStamp(again)
  expect(last?.certificate.until).toEqual(until)
  expect(last?.certificates.map(({ der }) => Buffer.from(der).toString('hex'))).toContain(
    Buffer.from(clock.certificates[0] ?? []).toString('hex'),
  )
})

it('vouches for no addition but its own, byte for byte', () => {
  const text = Buffer.from(kept).toString('latin1')
  const changed = (from: string | RegExp, to: string) => Buffer.from(text.replace(from, to), 'latin1')
  const shadows = [
    // Another page, another catalog, another object behind the data, an entry more in them.
    Buffer.concat([kept, Buffer.from('3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1 1] >>\nendobj\n%%EOF\n')]),
    changed(/ \/DSS (\d+) 0 R >>/, ' /DSS $1 0 R /Names 3 0 R >>'),
    changed('/Type /DSS /Certs', '/Type /DSS /AA 3 0 R /Certs'),
    changed(/\nxref(?![\s\S]*\nxref)/, '\n3 0 obj\n<< >>\nendobj\nxref'),
  ]
  for (const file of shadows) {
    expect(Buffer.compare(file, kept)).not.toBe(0)
    expect(seen(file)[0]).toEqual([null, false, false])
  }
})

it.runIf(has('pdfsig', '-v'))('leaves the signature valid to pdfsig', () => {
  const path = join(folder, 'again.pdf')
  writeFileSync(path, again)
  const { said } = tool('pdfsig', ['-nocert', path])
  expect(said).toMatch(/ETSI\.CAdES\.detached[\s\S]*?Signature Validation: Signature is Valid\./)
  expect(said).toContain('Total document signed')
})

it.runIf(has('openssl', 'version'))(
  'openssl reads the list out of the data, and verifies the stamp over the document',
  () => {
    const place = Buffer.from(stamped).indexOf(Buffer.from(list))
    expect(place).toBeGreaterThan(signed.length)
    const write = (name: string, bytes: Uint8Array | string) => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    }
    const inside = write('list.crl', stamped.subarray(place, place + list.length))
    expect(tool('openssl', ['crl', '-inform', 'DER', '-in', inside, '-noout', '-issuer']).said).toContain('Test Root')
    const text = Buffer.from(stamped).toString('latin1')
    const range = [...text.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)].at(-1)
    const [begin, end] = [Number(range?.[1]), Number(range?.[2])]
    const token = write('token.der', Buffer.from(text.slice(begin + 1, end - 1), 'hex'))
    const covered = write('covered', Buffer.concat([stamped.subarray(0, begin), stamped.subarray(end)]))
    const trusted = write('root.pem', pem(root.certificates[0] ?? new Uint8Array()))
    const at = String(Math.floor(now.getTime() / 1000))
    const asked = ['ts', '-verify', '-attime', at, '-token_in', '-in', token, '-CAfile', trusted, '-data']
    expect(tool('openssl', [...asked, covered])).toMatchObject({ ok: true })
    expect(tool('openssl', [...asked, trusted])).toMatchObject({ ok: false })
  },
)
