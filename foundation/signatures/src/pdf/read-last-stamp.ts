import type { Certificate } from '../certificates/read-certificate.ts'
import { readPdf } from './read-pdf.ts'

/** The newest time-stamp over a document. */
export interface LastStamp {
  /** Of whoever stamped: when it ends, the stamp has to be renewed. */
  readonly certificate: Certificate
  /** All certificates that came with it. */
  readonly certificates: readonly Certificate[]
}

/** The newest time-stamp over a PDF that holds (PAdES, ETSI EN 319 142-1, 5.4.3); null where there is none. */
export function readLastStamp(pdf: Uint8Array): LastStamp | null {
  const stamp = readPdf(pdf).findLast(({ isTimestamp, fault }) => isTimestamp && fault === null)
  return stamp === undefined || stamp.certificate === null
    ? null
    : { certificate: stamp.certificate, certificates: stamp.candidates }
}
