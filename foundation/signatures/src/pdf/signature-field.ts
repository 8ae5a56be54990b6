import { addObjects } from './add-objects.ts'
import { lastPageOf, PdfNotSignable, type PdfStructure, readPdfStructure, withReference } from './pdf-structure.ts'

/** Room for the value: a signature with its certificates and a time-stamp takes some 6 KB. */
const valueBytes = 12_288
/** Flags of a field: printed and locked (12.5.3); PDF/A (ISO 19005-2, 6.3.2) lets none be hidden. */
const flags = 4 + 128
/** A field without a place stands beside the page, where screen readers pass it by (ISO 14289-1, 7.18.1). */
const besidePage = [-1, -1, -1, -1] as const
const rangeRoom = '/ByteRange [0 0000000000 0000000000 0000000000]'

/** What stands in a field for a value of PDF: a signature or a time-stamp. */
export interface SignatureField {
  /** Entries of the value's dictionary before and after its bytes. */
  readonly before: string
  readonly after: string
  /** Entries of the field besides those of every one. */
  readonly entries: string
  /** Left, bottom, right, top in points on the last page; without a place it takes no room. */
  readonly place?: readonly [number, number, number, number]
}

/** A PDF with an empty field at its end. */
export interface PreparedField {
  readonly file: Buffer
  /** What the value is of: everything but the value itself. */
  readonly covered: Buffer
  /** The file with the value in its field. @throws PdfNotSignable when it is larger than its room. */
  fill(value: Uint8Array): Uint8Array<ArrayBuffer>
}

function withForm(catalog: string, field: string): string {
  const form = /\/AcroForm\s*<<([^<>]*)>>/
  const found = form.exec(catalog)
  if (found !== null)
    return catalog.replace(form, () => `/AcroForm ${withReference(`<<${found[1]}>>`, 'Fields', field)}`)
  if (catalog.includes('/AcroForm')) throw new PdfNotSignable('form apart')
  return `${catalog.slice(0, -2)} /AcroForm << /Fields [${field}] /SigFlags 3 >> >>`
}

function objectsOf(structure: PdfStructure, { before, after, entries, place }: SignatureField) {
  const page = lastPageOf(structure)
  const [value, field, look] = [structure.size, structure.size + 1, structure.size + 2]
  const [left, bottom, right, top] = place ?? besidePage
  return [
    [Number.parseInt(structure.root, 10), withForm(structure.dictionary(structure.root), `${field} 0 R`)],
    [Number.parseInt(page, 10), withReference(structure.dictionary(page), 'Annots', `${field} 0 R`)],
    [value, `<< ${before} ${rangeRoom} /Contents <${'0'.repeat(valueBytes * 2)}>${after} >>`],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature${field}) ${entries}/V ${value} 0 R /P ${page} ` +
        `/F ${flags} /Rect [${left} ${bottom} ${right} ${top}] /AP << /N ${look} 0 R >> >>`,
    ],
    [
      look,
      `<< /Type /XObject /Subtype /Form /BBox [0 0 ${right - left} ${top - bottom}] /Length 0 >>\nstream\n\nendstream`,
    ],
  ] as const
}

/**
 * Adds a field with room for a value after a PDF (ISO 32000-2, 12.8).
 * @throws PdfNotSignable for a PDF of another build than ours.
 */
export function addField(pdf: Uint8Array, wanted: SignatureField): PreparedField {
  const structure = readPdfStructure(pdf)
  const file = addObjects(pdf, structure, objectsOf(structure, wanted))
  const begin = file.indexOf('/Contents <0', pdf.length, 'latin1') + '/Contents '.length
  const end = begin + valueBytes * 2 + 2
  const range = `/ByteRange [0 ${begin} ${end} ${file.length - end}]`.padEnd(rangeRoom.length)
  file.write(range, file.indexOf(rangeRoom, pdf.length, 'latin1'), 'latin1')
  return {
    file,
    covered: Buffer.concat([file.subarray(0, begin), file.subarray(end)]),
    fill(value) {
      if (value.length > valueBytes) throw new PdfNotSignable('the value is larger than its room')
      file.write(Buffer.from(value).toString('hex'), begin + 1, 'latin1')
      return new Uint8Array(file)
    },
  }
}
