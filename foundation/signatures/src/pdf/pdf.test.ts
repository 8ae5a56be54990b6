import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { authority, certified, has, now, tool } from '../test-authority.fixture.ts'
import { isCovered, readPdf } from './read-pdf.ts'
import { signPdf } from './sign-pdf.ts'
import { smallPdf } from './small-pdf.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-pdf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const root = await authority('Test Root')
const first = await certified(root)
const second = await certified(root)
const page = smallPdf()
const signing = { at: now, name: 'Тіркеу', label: 'Электрондық қолтаңба' }
const once = await signPdf(page, first, { ...signing, reason: 'Берілді', place: [60, 60, 300, 150] })
const twice = await signPdf(once, second, signing)
const faults = (file: Uint8Array) => readPdf(file).map(({ fault, length }) => [fault, isCovered(file, length)])

describe('signPdf', () => {
  it('adds after the file and is read again; a second signature covers the first', () => {
    expect(Buffer.compare(once.subarray(0, page.length), page)).toBe(0)
    expect(readPdf(page)).toEqual([])
    expect(readPdf(once)).toMatchObject([{ fault: null, claimedAt: now, namesCertificate: true, isTimestamp: false }])
    expect(faults(once)).toEqual([[null, true]])
    expect(faults(twice)).toEqual([
      [null, false],
      [null, true],
    ])
  })

  it.runIf(has('pdfsig', '-v'))('is valid to pdfsig, each signature', () => {
    const path = join(folder, 'twice.pdf')
    writeFileSync(path, twice)
    const { said } = tool('pdfsig', ['-nocert', path])
    expect(said.match(/Signature Validation: Signature is Valid\./g)).toHaveLength(2)
    expect(said).toContain('ETSI.CAdES.detached')
    expect(said).toContain('Total document signed')
    expect(said.match(/Signing Hash Algorithm: SHA-256/g)).toHaveLength(2)
  })
})

describe('attacks on a signed PDF', () => {
  const text = Buffer.from(once).toString('latin1')
  const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(text)
  const [begin, end, rest] = [Number(range?.[1]), Number(range?.[2]), Number(range?.[3])]

  it.each<[string, () => Uint8Array, (string | null)[]]>([
    ['a changed byte', () => once.with(200, 0x20), ['content-changed']],
    [
      'a changed value',
      () => once.with(begin + 200, (once[begin + 200] ?? 0) ^ 1),
      ['signature-broken', 'form-wrong', 'content-changed', 'certificate-swapped'],
    ],
    ['no beginning', () => Buffer.from(text.replace(`[0 ${begin}`, `[9 ${begin}`), 'latin1'), ['form-wrong']],
    [
      'a wider gap with a dictionary in it (wrapping)',
      () => Buffer.from(text.replace(`${begin} ${end} ${rest}`, `${begin} ${end + 9} ${rest - 9}`), 'latin1'),
      ['form-wrong'],
    ],
    ['a range past the end', () => Buffer.from(text.replace(` ${rest}]`, ` ${rest + 99}]`), 'latin1'), ['form-wrong']],
    [
      'no range at all',
      () => Buffer.from(text.replace(/\/ByteRange \[[^\]]*\]/, '/ByteRange [0 a b c]'), 'latin1'),
      ['form-wrong'],
    ],
    [
      'no value',
      () => Buffer.from(text.slice(0, begin + 1) + '0'.repeat(end - begin - 2) + text.slice(end - 1), 'latin1'),
      ['form-wrong'],
    ],
  ])('%s', (_, attack, expected) => {
    const found = readPdf(attack())
    expect(found).toHaveLength(1)
    expect(expected).toContain(found[0]?.fault)
  })

  it('an addition after the signature (shadow attack) is not covered, whatever it hides', () => {
    const shadow = Buffer.concat([
      once,
      Buffer.from('3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1 1] >>\nendobj\n%%EOF\n'),
    ])
    expect(faults(shadow)).toEqual([[null, false]])
    expect(faults(Buffer.concat([once, Buffer.from('\r\n')]))).toEqual([[null, true]])
  })

  it('the signature of another file is not taken for this one', () => {
    const other = Buffer.concat([Buffer.from('%PDF-1.7\n'), once])
    expect(faults(other)[0]?.[0]).not.toBeNull()
  })
})
