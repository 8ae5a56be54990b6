import { sha256 } from '../algorithms/verify-value.ts'
import type { Certificate } from '../certificates/read-certificate.ts'
import type { AnswerFault, RevocationAnswer } from './answer.ts'
import { readOcspAnswer, writeOcspRequest } from './ocsp.ts'
import { readRevocationList } from './revocation-list.ts'

/** How an authority is asked over HTTP (RFC 6960, A.1; RFC 5280, 4.2.1.13). */
export interface RevocationRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** Milliseconds. */
  readonly timeout: number
  /** Largest answer, bytes. */
  readonly limit: number
}

/** One way to learn whether a certificate is revoked. */
export interface RevocationQuestion {
  /** `ocsp:<SHA-256 of the certificate>` or `list:<address>`: the same question has the same answer for a while. */
  readonly id: string
  readonly address: string
  readonly request: RevocationRequest
  /** What an answer says, or why it is not taken. */
  read(answer: Uint8Array): RevocationAnswer | { readonly fault: AnswerFault }
}

const timeout = 10_000
const largestAnswer = 65_536
const largestList = 5_000_000
const longestAddress = 1900

/** Where an authority is asked, as somebody who trusts it declared; null: where the certificate says. */
export interface DeclaredAddresses {
  readonly ocsp: string | null
  readonly list: string | null
}

const nowhereElse: DeclaredAddresses = { ocsp: null, list: null }

/**
 * What its authority can be asked about a certificate, the fresher answer first: OCSP, then the list.
 * @param declared goes before the addresses in the certificate.
 */
export function revocationQuestions(
  certificate: Certificate,
  issuer: Certificate,
  declared: DeclaredAddresses = nowhereElse,
): readonly RevocationQuestion[] {
  const fingerprint = Buffer.from(sha256(certificate.der)).toString('hex')
  const first = (own: string | null, told: readonly string[]) =>
    own ?? told.find(address => address.length <= longestAddress)
  const ocsp = first(declared.ocsp, certificate.ocsp)
  const list = first(declared.list, certificate.revocationLists)
  return [
    ...(ocsp === undefined
      ? []
      : [
          {
            id: `ocsp:${fingerprint}`,
            address: ocsp,
            request: {
              method: 'POST' as const,
              url: ocsp,
              headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' },
              body: writeOcspRequest(certificate, issuer),
              timeout,
              limit: largestAnswer,
            },
            read: (answer: Uint8Array) => readOcspAnswer(answer, certificate, issuer),
          },
        ]),
    ...(list === undefined
      ? []
      : [
          {
            id: `list:${list}`,
            address: list,
            request: { method: 'GET' as const, url: list, timeout, limit: largestList },
            read: (answer: Uint8Array) => readRevocationList(answer, certificate, issuer),
          },
        ]),
  ]
}
