import { execFileSync } from 'node:child_process'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signatures } from '@tereze/foundation-signatures'
import type { Text } from '@tereze/operation'
import { expect, it } from 'vitest'
import { createDrawing } from './draw-picture.ts'

const same = (text: string): Text => ({ en: text, ru: text, kk: text })

/** Whether poppler is there; the set-up of CI installs it. */
function hasPdfsig(): boolean {
  try {
    execFileSync('pdfsig', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

it.runIf(hasPdfsig())('is valid to pdfsig on a page as Typst sets it', async () => {
  const page = createDrawing()({
    languages: ['kk', 'ru'],
    organisation: same('Тіркеу'),
    title: same('Туу туралы куәлік'),
    issued: same('2 March 2026'),
    date: '2026-03-02',
    reference: '7K4M-92XQ-P3AB-1TDN',
    verifyUrl: 'http://localhost/verify/7K4M',
    verifyAddress: 'localhost/verify/7K4M',
    key: 'ES256 · abc',
    certificate: same('Certificate 4f00 · valid until 2 March 2027'),
    blocks: [{ kind: 'text', text: same('Айсұлу') }],
    words: { signed: same('signed'), check: same('check'), qr: same('QR code') },
  }).pdf()
  const { issue, signPdf, softwareKey } = await signatures()
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const certificate = await issue({
    subject: [{ type: '2.5.4.3', value: 'Тіркеу' }],
    publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
    issuer: softwareKey(privateKey, []),
    use: 'signing',
    from: new Date('2026-03-01T00:00:00Z'),
    until: new Date('2036-03-01T00:00:00Z'),
  })
  const signing = { at: new Date('2026-03-02T04:00:00Z'), name: 'Тіркеу', label: 'Мөр', reason: 'Берілді' }
  const sealed = await signPdf(page, softwareKey(privateKey, [certificate]), signing)
  const folder = mkdtempSync(join(tmpdir(), 'tereze-sealed-'))
  try {
    writeFileSync(join(folder, 'page.pdf'), sealed)
    const said = execFileSync('pdfsig', ['-nocert', join(folder, 'page.pdf')], { encoding: 'utf8' })
    expect(said).toContain('Signature Validation: Signature is Valid.')
    expect(said).toContain('Total document signed')
    // An archive takes no hidden field (ISO 19005-2, 6.3.2): the seal's stands beside the page.
    const file = Buffer.from(sealed).toString('latin1')
    expect(file).toContain('/F 132 /Rect [-1 -1 -1 -1]')
    expect(file).toContain('pdfaid:conformance>A')
    expect(said).toContain('Signing Time: Mar 02 2026')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
