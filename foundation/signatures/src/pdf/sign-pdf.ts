import type { SignatureKey } from '../algorithms/signature-key.ts'
import { signCms } from '../cms/sign-cms.ts'
import type { Timestamps } from '../timestamps/timestamps.ts'
import { addField } from './signature-field.ts'

/** How a PDF is signed. */
export interface PdfSigning {
  readonly at: Date
  /** Who signs and why, as viewers show it. */
  readonly name: string
  readonly reason?: string
  /** What the signature field is called to a screen reader. */
  readonly label: string
  /**
   * Where on the last page the signature is seen and clicked: left, bottom, right, top in points. The stamp itself is part of the page,
   * so that it is read aloud and printed like the rest; without a place the field takes no room.
   */
  readonly place?: readonly [number, number, number, number]
  readonly timestamps?: Timestamps
}

/** A text of any language: UTF-16 with a byte order mark, in hexadecimal (7.9.2.2). */
function pdfText(text: string): string {
  return `<${Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

function pdfDate(at: Date): string {
  return `(D:${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z)`
}

/**
 * Signs a PDF: PAdES B-B, or B-T with a time-stamp (ETSI EN 319 142-1). The signature is added after the file and changes no byte of it.
 * @throws PdfNotSignable for a PDF of another build than ours.
 */
export async function signPdf(
  pdf: Uint8Array,
  key: SignatureKey,
  signing: PdfSigning,
): Promise<Uint8Array<ArrayBuffer>> {
  const { at, name, reason, label, place, timestamps } = signing
  const { covered, fill } = addField(pdf, {
    before: '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    after: ` /M ${pdfDate(at)} /Name ${pdfText(name)}${reason === undefined ? '' : ` /Reason ${pdfText(reason)}`}`,
    entries: `/TU ${pdfText(label)} `,
    ...(place === undefined ? {} : { place }),
  })
  return fill(await signCms(covered, key, timestamps === undefined ? {} : { timestamps }))
}
