import type { SignatureKey } from '../algorithms/signature-key.ts'
import { signCms } from '../cms/sign-cms.ts'
import type { Timestamps } from '../timestamps/timestamps.ts'
import { lastPageOf, PdfNotSignable, readPdfStructure, withReference } from './pdf-structure.ts'

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

/** Room for the value: a signature with its certificates and a time-stamp takes some 6 KB. */
const valueBytes = 12_288
/** Flags of a field: printed and locked; without a place hidden as well, so that a screen reader passes it by (12.5.3). */
const seen = 4 + 128
const hidden = seen + 2
const rangeRoom = '/ByteRange [0 0000000000 0000000000 0000000000]'

/** A text of any language: UTF-16 with a byte order mark, in hexadecimal (7.9.2.2). */
function pdfText(text: string): string {
  return `<${Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}

function pdfDate(at: Date): string {
  return `(D:${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z)`
}

function withForm(catalog: string, field: string): string {
  const form = /\/AcroForm\s*<<([^<>]*)>>/
  const found = form.exec(catalog)
  if (found !== null)
    return catalog.replace(form, () => `/AcroForm ${withReference(`<<${found[1]}>>`, 'Fields', field)}`)
  if (catalog.includes('/AcroForm')) throw new PdfNotSignable('form apart')
  return `${catalog.slice(0, -2)} /AcroForm << /Fields [${field}] /SigFlags 3 >> >>`
}

interface Prepared {
  readonly file: Buffer
  /** Where the value begins and ends, `<` and `>` included. */
  readonly begin: number
  readonly end: number
}

function prepare(pdf: Uint8Array, signing: PdfSigning): Prepared {
  const structure = readPdfStructure(pdf)
  const page = lastPageOf(structure)
  const [value, field, look] = [structure.size, structure.size + 1, structure.size + 2]
  const [left, bottom, right, top] = signing.place ?? [0, 0, 0, 0]
  const objects: [number, string][] = [
    [Number.parseInt(structure.root, 10), withForm(structure.dictionary(structure.root), `${field} 0 R`)],
    [Number.parseInt(page, 10), withReference(structure.dictionary(page), 'Annots', `${field} 0 R`)],
    [
      value,
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${rangeRoom} /Contents <${'0'.repeat(valueBytes * 2)}> ` +
        `/M ${pdfDate(signing.at)} /Name ${pdfText(signing.name)}${signing.reason === undefined ? '' : ` /Reason ${pdfText(signing.reason)}`} >>`,
    ],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature${field}) /TU ${pdfText(signing.label)} /V ${value} 0 R /P ${page} ` +
        `/F ${signing.place === undefined ? hidden : seen} /Rect [${left} ${bottom} ${right} ${top}] /AP << /N ${look} 0 R >> >>`,
    ],
    [
      look,
      `<< /Type /XObject /Subtype /Form /BBox [0 0 ${right - left} ${top - bottom}] /Length 0 >>\nstream\n\nendstream`,
    ],
  ]
  const parts: string[] = [pdf.at(-1) === 0x0a ? '' : '\n']
  let place = pdf.length + (parts[0]?.length ?? 0)
  const lines: string[] = []
  for (const [number, body] of objects) {
    const text = `${number} 0 obj\n${body}\nendobj\n`
    lines.push(`${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`)
    parts.push(text)
    place += text.length
  }
  parts.push(
    `xref\n${lines.join('')}trailer\n<< /Size ${look + 1} /Root ${structure.root} ${structure.repeated} /Prev ${structure.table} >>\n` +
      `startxref\n${place}\n%%EOF\n`,
  )
  const file = Buffer.concat([pdf, Buffer.from(parts.join(''), 'latin1')])
  const begin = file.indexOf('/Contents <0', pdf.length, 'latin1') + '/Contents '.length
  return { file, begin, end: begin + valueBytes * 2 + 2 }
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
  const { file, begin, end } = prepare(pdf, signing)
  const range = `/ByteRange [0 ${begin} ${end} ${file.length - end}]`.padEnd(rangeRoom.length)
  file.write(range, file.indexOf(rangeRoom, pdf.length, 'latin1'), 'latin1')
  const covered = Buffer.concat([file.subarray(0, begin), file.subarray(end)])
  const value = await signCms(covered, key, signing.timestamps === undefined ? {} : { timestamps: signing.timestamps })
  if (value.length > valueBytes) throw new PdfNotSignable('the signature is larger than its room')
  file.write(Buffer.from(value).toString('hex'), begin + 1, 'latin1')
  return new Uint8Array(file)
}
