import { type CryptoModule, sameBytes, verifyValue } from '../algorithms/verify-value.ts'
import type { Certificate } from './read-certificate.ts'

/** Why a certificate leads to nobody who is trusted. */
export type ChainFault =
  | 'chain-unknown'
  | 'certificate-expired'
  | 'certificate-early'
  | 'certificate-unusable'
  | 'algorithm-unsupported'
  | 'digest-weak'

/** From a certificate up to somebody who is trusted, both included. */
export type Chain = { readonly path: readonly Certificate[] } | { readonly fault: ChainFault }

const mostSteps = 8

/** Whether one certificate was signed by the key of another. */
export function isSignedBy(child: Certificate, parent: Certificate, modules: readonly CryptoModule[] = []) {
  const { bytes, algorithm, value } = child.signed
  return verifyValue({ algorithm, digest: algorithm, publicKey: parent.publicKey, bytes, value }, modules)
}

function faultInTime(certificate: Certificate, at: Date): ChainFault | null {
  if (at < certificate.from) return 'certificate-early'
  return at > certificate.until ? 'certificate-expired' : null
}

function mayCertify(parent: Certificate, below: number): boolean {
  return (
    parent.isAuthority &&
    (parent.uses === null || parent.uses.certificates) &&
    (parent.pathLength === null || below <= parent.pathLength) &&
    parent.unknownCritical.length === 0
  )
}

/**
 * Looks for a way from a certificate to one of those that are trusted (RFC 5280, 6.1: names, signatures, terms, constraints of
 * authorities; a certificate with a critical extension that is not known leads nowhere).
 * @param candidates certificates that came along; none of them is trusted for having come.
 */
export function buildChain(
  leaf: Certificate,
  candidates: readonly Certificate[],
  anchors: readonly Certificate[],
  at: Date,
  modules: readonly CryptoModule[] = [],
): Chain {
  if (leaf.unknownCritical.length > 0) return { fault: 'certificate-unusable' }
  // The fault of the way that came furthest: an expired certificate of a known authority says more than "unknown".
  let fault: ChainFault = 'chain-unknown'
  const isAnchor = (one: Certificate) => anchors.some(anchor => sameBytes(anchor.der, one.der))

  function climb(path: readonly Certificate[]): readonly Certificate[] | null {
    const top = path.at(-1)
    if (top === undefined || path.length > mostSteps) return null
    if (isAnchor(top)) {
      const late = path.map(one => faultInTime(one, at)).find(one => one !== null)
      if (late === undefined) return path
      fault = late
      return null
    }
    for (const parent of [...anchors, ...candidates]) {
      if (path.some(one => sameBytes(one.der, parent.der)) || !sameBytes(top.issuerName, parent.subjectName)) continue
      if (!mayCertify(parent, path.length - 1)) continue
      const verdict = isSignedBy(top, parent, modules)
      if (verdict === 'unsupported') fault = 'algorithm-unsupported'
      if (verdict === 'weak') fault = 'digest-weak'
      if (verdict !== 'holds') continue
      const found = climb([...path, parent])
      if (found !== null) return found
    }
    return null
  }

  const path = climb([leaf])
  return path === null ? { fault } : { path }
}
