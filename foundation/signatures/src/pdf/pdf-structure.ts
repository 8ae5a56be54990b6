/** A PDF that cannot be signed here, with the reason. */
export class PdfNotSignable extends Error {}

/** What an addition to a PDF has to know of it. */
export interface PdfStructure {
  /** Where the last cross-reference table begins. */
  readonly table: number
  readonly size: number
  readonly root: string
  /** The rest of the trailer that has to be repeated: `/Info`, `/ID`. */
  readonly repeated: string
  /** The text of an object's dictionary, `<<` to `>>`. */
  dictionary(reference: string): string
}

function entriesOf(text: string, from: number, places: Map<number, number>): string {
  const head = /\s*xref\s+/y
  head.lastIndex = from
  if (!head.test(text)) throw new PdfNotSignable('cross-reference stream')
  let place = head.lastIndex
  for (;;) {
    const section = /(\d+)\s+(\d+)\s+/y
    section.lastIndex = place
    const found = section.exec(text)
    if (found === null) break
    const [first = 0, count = 0] = [Number(found[1]), Number(found[2])]
    place = section.lastIndex
    for (let index = 0; index < count; index += 1, place += 20) {
      const line = text.slice(place, place + 20)
      // The newest table is read first: what it says of an object hides what older ones say.
      if (line[17] === 'n' && !places.has(first + index)) places.set(first + index, Number(line.slice(0, 10)))
    }
  }
  const trailer = text.slice(place, text.indexOf('startxref', place))
  if (!trailer.includes('trailer')) throw new PdfNotSignable('no trailer')
  return trailer
}

/**
 * Reads the skeleton of a PDF with cross-reference tables (ISO 32000-2, 7.5.4).
 * @throws PdfNotSignable for encrypted files and for those with cross-reference streams.
 */
export function readPdfStructure(file: Uint8Array): PdfStructure {
  const text = Buffer.from(file).toString('latin1')
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)
  if (!text.startsWith('%PDF-') || start === null) throw new PdfNotSignable('no PDF')
  const table = Number(start[1])
  const places = new Map<number, number>()
  const last = entriesOf(text, table, places)
  for (let before = /\/Prev\s+(\d+)/.exec(last)?.[1]; before !== undefined; )
    before = /\/Prev\s+(\d+)/.exec(entriesOf(text, Number(before), places))?.[1]
  const root = /\/Root\s+(\d+ \d+ R)/.exec(last)?.[1]
  const size = Number(/\/Size\s+(\d+)/.exec(last)?.[1])
  if (root === undefined || !Number.isSafeInteger(size)) throw new PdfNotSignable('no catalog')
  if (last.includes('/Encrypt')) throw new PdfNotSignable('encrypted')
  const repeated = [/\/Info\s+\d+ \d+ R/, /\/ID\s*\[[^\]]*\]/].flatMap(part => part.exec(last)?.[0] ?? []).join(' ')
  return {
    table,
    size,
    root,
    repeated,
    dictionary(reference) {
      const place = places.get(Number.parseInt(reference, 10))
      const end = place === undefined ? -1 : text.indexOf('endobj', place)
      const object = place === undefined || end === -1 ? '' : text.slice(place, end)
      const begin = object.indexOf('<<')
      const close = object.lastIndexOf('>>')
      if (begin === -1 || close === -1) throw new PdfNotSignable(`object ${reference}`)
      return object.slice(begin, close + 2)
    },
  }
}

/** The last page of a document. */
export function lastPageOf(structure: PdfStructure): string {
  let reference = /\/Pages\s+(\d+ \d+ R)/.exec(structure.dictionary(structure.root))?.[1]
  for (let depth = 0; reference !== undefined && depth < 50; depth += 1) {
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(structure.dictionary(reference))?.[1]
    if (kids === undefined) return reference
    reference = kids.match(/\d+ \d+ R/g)?.at(-1)
  }
  throw new PdfNotSignable('no pages')
}

/** A dictionary with a reference more in the array of a key. */
export function withReference(dictionary: string, key: string, reference: string): string {
  const array = new RegExp(`/${key}\\s*\\[([^\\]]*)\\]`)
  if (array.test(dictionary))
    return dictionary.replace(array, (_, inside: string) => `/${key} [${inside.trim()} ${reference}]`)
  if (new RegExp(`/${key}\\s+\\d`).test(dictionary)) throw new PdfNotSignable(`${key} apart`)
  return `${dictionary.slice(0, -2)} /${key} [${reference}] >>`
}
