import type { Timestamps } from '../timestamps/timestamps.ts'
import { addObjects, type PdfObject } from './add-objects.ts'
import { PdfNotSignable, type PdfStructure, readPdfStructure } from './pdf-structure.ts'
import { addField } from './signature-field.ts'

/** What a signature is judged by when nobody answers any more, each DER. */
export interface LongTermData {
  readonly certificates: readonly Uint8Array[]
  /** Lists of revoked certificates (RFC 5280). */
  readonly lists: readonly Uint8Array[]
  /** Answers about certificates (OCSP, RFC 6960). */
  readonly answers: readonly Uint8Array[]
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

const kinds = ['Certs', 'CRLs', 'OCSPs'] as const

/** References of the long-term data that a PDF has, by kind; none of each where it has no data. */
function referencesIn(structure: PdfStructure, catalog: string): readonly (readonly string[])[] {
  const store = /\/DSS\s+(\d+ \d+ R)/.exec(catalog)?.[1]
  if (store === undefined) {
    if (catalog.includes('/DSS')) throw new PdfNotSignable('long-term data of another build')
    return kinds.map(() => [])
  }
  const dictionary = structure.dictionary(store)
  return kinds.map(kind => {
    const array = new RegExp(`/${kind}\\s*\\[([^\\]]*)\\]`).exec(dictionary)?.[1]
    if (array === undefined && dictionary.includes(`/${kind}`)) throw new PdfNotSignable(`${kind} apart`)
    return array?.match(/\d+ \d+ R/g) ?? []
  })
}

/**
 * Adds what a signed PDF is judged by later: PAdES B-LT, the dictionary `DSS` (ETSI EN 319 142-1, 5.4.2). Data that are there stay: what
 * is added stands after them.
 * @throws PdfNotSignable for a PDF of another build than ours.
 */
export function addLongTermData(
  pdf: Uint8Array,
  { certificates, lists, answers }: LongTermData,
): Uint8Array<ArrayBuffer> {
  const structure = readPdfStructure(pdf)
  const catalog = structure.dictionary(structure.root)
  const before = referencesIn(structure, catalog)
  const streams = [...certificates, ...lists, ...answers].map(
    (der, at): PdfObject => [structure.size + at, `<< /Length ${der.length} >>\nstream\n${latin1(der)}\nendstream`],
  )
  const store = structure.size + streams.length
  let next = structure.size
  const parts = [certificates, lists, answers].map((added, at) => {
    const references = [...(before[at] ?? []), ...added.map(() => `${next++} 0 R`)]
    return `/${kinds[at]} [${references.join(' ')}]`
  })
  const others = catalog.slice(0, -2).replace(/ \/DSS\s+\d+ \d+ R/, '')
  return new Uint8Array(
    addObjects(pdf, structure, [
      ...streams,
      [store, `<< /Type /DSS ${parts.join(' ')} >>`],
      [Number.parseInt(structure.root, 10), `${others} /DSS ${store} 0 R >>`],
    ]),
  )
}

const stamp = {
  before: '/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161',
  after: '',
  entries: '',
} as const

/**
 * Stamps the time on a whole PDF: PAdES B-LTA, a document time-stamp (ETSI EN 319 142-1, 5.4.3). Stamped again before the last stamp's
 * algorithm or certificate ends, its proof never ends.
 * @throws PdfNotSignable for a PDF of another build than ours.
 */
export async function stampPdf(pdf: Uint8Array, timestamps: Timestamps): Promise<Uint8Array<ArrayBuffer>> {
  const { covered, fill } = addField(pdf, stamp)
  return fill(await timestamps.stamp(covered))
}

/** The data of an addition that `addLongTermData` may have made to an earlier PDF; null where it is another. */
function readData(earlier: Uint8Array, addition: Uint8Array): LongTermData | null {
  const text = latin1(addition)
  const parts = /<< \/Type \/DSS \/Certs \[([^\]]*)\] \/CRLs \[([^\]]*)\] \/OCSPs \[([^\]]*)\] >>/.exec(text)
  if (parts === null) return null
  const streams: Uint8Array[] = []
  const head = /\n?\d+ 0 obj\n<< \/Length (\d+) >>\nstream\n/y
  for (let found = head.exec(text); found !== null; found = head.exec(text)) {
    const end = head.lastIndex + Number(found[1])
    streams.push(addition.subarray(head.lastIndex, end))
    head.lastIndex = end + '\nendstream\nendobj\n'.length
  }
  const structure = readPdfStructure(earlier)
  const before = referencesIn(structure, structure.dictionary(structure.root))
  const [certificates = 0, lists = 0, answers = 0] = parts
    .slice(1)
    .map((part, at) => (part.match(/\d+ \d+ R/g)?.length ?? 0) - (before[at]?.length ?? 0))
  if (streams.length !== certificates + lists + answers) return null
  return {
    certificates: streams.slice(0, certificates),
    lists: streams.slice(certificates, certificates + lists),
    answers: streams.slice(certificates + lists),
  }
}

/** The value of a document time-stamp in an addition; null where there is none. */
function readStamp(addition: Uint8Array): Uint8Array | null {
  const value = /^\n?[\s\S]*\/Type \/DocTimeStamp [^<>]*\/Contents <([0-9a-f]+)> >>/.exec(latin1(addition))?.[1]
  return value === undefined ? null : Buffer.from(value, 'hex')
}

/**
 * Whether a PDF is an earlier one with long-term data or a document time-stamp after it and nothing else: made anew of the earlier one,
 * the addition is the same byte for byte. What shows anything, or says anything else of an object that was there, is not.
 */
export function isLongTermAddition(earlier: Uint8Array, pdf: Uint8Array): boolean {
  const addition = pdf.subarray(earlier.length)
  try {
    const data = readData(earlier, addition)
    if (data !== null) return Buffer.compare(addLongTermData(earlier, data), pdf) === 0
    const value = readStamp(addition)
    return value !== null && Buffer.compare(addField(earlier, stamp).fill(value), pdf) === 0
  } catch (error) {
    if (error instanceof PdfNotSignable) return false
    throw error
  }
}
