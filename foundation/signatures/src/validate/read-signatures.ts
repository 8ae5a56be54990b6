import type { CryptoModule } from '../algorithms/verify-value.ts'
import type { ReadSignature } from '../cms/read-cms.ts'
import { readCms } from '../cms/read-cms.ts'
import { jwsShape, readJws } from '../jws/jws.ts'
import { isCovered, readPdf } from '../pdf/read-pdf.ts'
import { readXml } from '../xml/read-xml.ts'
import type { SignatureFault, SignatureReport } from './report.ts'

/** A signature of any format as it was read and computed. */
export interface AnySignature extends Omit<ReadSignature, 'fault'> {
  readonly format: SignatureReport['format']
  readonly fault: SignatureFault | null
  readonly covers: SignatureReport['covers']
  readonly length: number | null
  readonly isTimestamp: boolean
}

/** What a file is: signed, of a kind that could be and is not, or of no kind that holds signatures. */
export type ReadFile =
  | { readonly kind: 'signed'; readonly signatures: readonly AnySignature[] }
  | { readonly kind: 'not-signed' }
  | { readonly kind: 'unreadable' }
  /** A signature beside a file that was not given. */
  | { readonly kind: 'content-missing' }

const whole = { covers: 'whole', length: null, isTimestamp: false } as const

const found = (signatures: readonly AnySignature[]): ReadFile =>
  signatures.length === 0 ? { kind: 'not-signed' } : { kind: 'signed', signatures }

/**
 * Reads the signatures of a file: PDF, XML, CMS (`.sig`, `.p7s`, `.p7m`; DER, PEM or base64) or JWS.
 * @param content what a signature beside its file signs; null where there is one file only.
 */
export function readSignatures(
  file: Uint8Array,
  content: Uint8Array | null,
  modules: readonly CryptoModule[] = [],
): ReadFile {
  const start = Buffer.from(file.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-'))
    return found(
      readPdf(file, modules).map(one => ({
        ...one,
        format: 'pdf' as const,
        covers: isCovered(file, one.length) ? ('whole' as const) : ('earlier-version' as const),
      })),
    )
  const text = Buffer.from(file).toString('utf8').trim()
  if (/^(\uFEFF)?</.test(text)) {
    const signatures = readXml(text.replace(/^\uFEFF/, ''), modules)
    if (signatures === null) return { kind: 'unreadable' }
    return found(
      signatures.map(one => ({
        ...one,
        ...whole,
        format: 'xml' as const,
        covers: one.fault === 'covers-part' ? ('part' as const) : ('whole' as const),
      })),
    )
  }
  if (jwsShape.test(text) || text.startsWith('{')) {
    const read = readJws(text, content, modules)
    if (read === null) return { kind: 'unreadable' }
    if (read.content === null && content === null) return { kind: 'content-missing' }
    return found([{ ...read.signature, ...whole, format: 'jws' }])
  }
  const cms = readCms(file, content, modules)
  if (cms === null) return { kind: 'unreadable' }
  if (cms.content === null && content === null) return { kind: 'content-missing' }
  return found(cms.signatures.map(one => ({ ...one, ...whole, format: 'cms' as const })))
}
