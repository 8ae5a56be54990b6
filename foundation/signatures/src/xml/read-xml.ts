import { DOMParser } from '@xmldom/xmldom'
import { SignedXml } from 'xml-crypto'
import { type CryptoModule, hashOf, sameBytes, type ValueVerdict, verifyValue } from '../algorithms/verify-value.ts'
import { type Certificate, readCertificate } from '../certificates/read-certificate.ts'
import { mostSignatures, type ReadSignature } from '../cms/read-cms.ts'
import { digestUris, signatureUris, transforms, xmlNames } from './algorithms.ts'
import { childrenOf, stampedValue } from './signature-value.ts'

/** A signature of an XML document. */
export interface ReadXmlSignature extends Omit<ReadSignature, 'fault'> {
  /** `ids-doubled`: two elements have one id, so that what is signed and what is read may differ. `covers-part`: not the whole document is signed. */
  readonly fault: ReadSignature['fault'] | 'ids-doubled' | 'covers-part' | 'form-wrong'
}

/** A longer chain than this nobody has. */
const mostCertificates = 10

function parse(xml: string): Document | null {
  // A document type can define ids and entities: how wrapping and blowing up begin. No signed document needs one.
  if (/<!DOCTYPE/i.test(xml)) return null
  let broken = false
  const fail = () => {
    broken = true
  }
  const document = new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } }).parseFromString(
    xml,
    'text/xml',
  )
  return broken || document?.documentElement == null ? null : document
}

/** Deeper documents are none that somebody signed, and libraries walk them by recursion. */
const mostDepth = 200
/** Letters of a document times its signatures: each signature is canonicalised on its own. */
const mostWork = 8_000_000

function isTooDeep(root: Element): boolean {
  const waiting: [Element, number][] = [[root, 1]]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const [element, depth] = one
    if (depth > mostDepth) return true
    for (let child = element.firstChild; child !== null; child = child.nextSibling)
      if (child.nodeType === 1) waiting.push([child as Element, depth + 1])
  }
  return false
}

function elementsOf(root: Element): Element[] {
  const found: Element[] = []
  const waiting: Element[] = [root]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    found.push(one)
    for (let child = one.lastChild; child !== null; child = child.previousSibling)
      if (child.nodeType === 1) waiting.push(child as Element)
  }
  return found
}

function idsOf(element: Element): string[] {
  return [...Array(element.attributes.length).keys()].flatMap(place => {
    const attribute = element.attributes.item(place)
    return attribute !== null && /^id$/i.test(attribute.localName ?? attribute.name) ? [attribute.value] : []
  })
}

const textOf = (element: Element | undefined): string => (element?.textContent ?? '').replaceAll(/\s/g, '')

interface SignatureParts {
  readonly node: Element
  readonly certificates: readonly Certificate[]
  readonly value: Uint8Array
  readonly properties: Element | null
  /** Time-stamps over the value, DER (EN 319 132-1, 5.3); those that are canonicalised otherwise than exclusively are not looked at. */
  readonly timestamps: readonly Uint8Array[]
}

/** More time-stamps no signature has in earnest; each costs work. */
const mostStamps = 10

function partsOf(node: Element): SignatureParts {
  const all = elementsOf(node)
  const named = (space: string, name: string) => all.filter(one => one.localName === name && one.namespaceURI === space)
  return {
    node,
    certificates: named(xmlNames.signature, 'X509Certificate')
      .slice(0, mostCertificates)
      .flatMap(one => readCertificate(textOf(one)) ?? []),
    value: Buffer.from(textOf(childrenOf(node, xmlNames.signature, 'SignatureValue')[0]), 'base64'),
    properties: named(xmlNames.xades, 'SignedProperties')[0] ?? null,
    timestamps: named(xmlNames.xades, 'SignatureTimeStamp')
      .filter(one => {
        const [method] = childrenOf(one, xmlNames.signature, 'CanonicalizationMethod')
        return method?.getAttribute('Algorithm') === xmlNames.exclusive
      })
      .slice(0, mostStamps)
      .flatMap(one => childrenOf(one, xmlNames.xades, 'EncapsulatedTimeStamp'))
      .map(one => Buffer.from(textOf(one), 'base64')),
  }
}

/** Whether the references of a signature cover the whole document, and beside it at most the signature's own properties. */
function coverageFault(root: Element, { node, properties }: SignatureParts): 'covers-part' | 'form-wrong' | null {
  const [info, ...more] = childrenOf(node, xmlNames.signature, 'SignedInfo')
  if (info === undefined || more.length > 0) return 'form-wrong'
  let whole = 0
  for (const reference of childrenOf(info, xmlNames.signature, 'Reference')) {
    const uri = reference.hasAttribute('URI') ? reference.getAttribute('URI') : null
    const used = childrenOf(reference, xmlNames.signature, 'Transforms').flatMap(one =>
      childrenOf(one, xmlNames.signature, 'Transform').map(transform => transform.getAttribute('Algorithm') ?? ''),
    )
    if (!used.every(one => transforms.includes(one))) return 'form-wrong'
    const isRoot = uri === '' || (uri?.startsWith('#') === true && idsOf(root).includes(uri.slice(1)))
    const isProperties = properties !== null && uri !== null && idsOf(properties).includes(uri.replace(/^#/, ''))
    if (isRoot) whole += 1
    else if (!isProperties) return 'covers-part'
  }
  return whole === 1 ? null : 'covers-part'
}

/** Whether the signed properties name the certificate: the same, another one, or none (EN 319 132-1, 5.2.2). */
function namedCertificate(properties: Element | null, certificate: Certificate): 'same' | 'other' | 'none' {
  const digest =
    properties === null
      ? undefined
      : elementsOf(properties).find(one => one.localName === 'CertDigest' && one.namespaceURI === xmlNames.xades)
  if (digest === undefined) return 'none'
  const method = childrenOf(digest, xmlNames.signature, 'DigestMethod')[0]?.getAttribute('Algorithm') ?? ''
  const own = hashOf(digestUris[method] ?? '', certificate.der)
  const told = Buffer.from(textOf(childrenOf(digest, xmlNames.signature, 'DigestValue')[0]), 'base64')
  return own !== null && sameBytes(own.value, told) ? 'same' : 'other'
}

function claimedTime(properties: Element | null): Date | null {
  const found =
    properties === null
      ? undefined
      : elementsOf(properties).find(one => one.localName === 'SigningTime' && one.namespaceURI === xmlNames.xades)
  const at = new Date(textOf(found))
  return Number.isNaN(at.getTime()) ? null : at
}

interface Computed {
  /** Under which the value holds; the first one where it holds under none. */
  readonly certificate: Certificate | null
  readonly verdict: ValueVerdict
  readonly weakDigest: boolean
  readonly references: boolean
}

/** Lets the library canonicalise and compare digests, with our algorithms only, and notes what each of them said. */
function compute(
  xml: string,
  node: Element,
  certificates: readonly Certificate[],
  modules: readonly CryptoModule[],
): Computed {
  const said: { -readonly [Part in keyof Computed]: Computed[Part] } = {
    certificate: certificates[0] ?? null,
    verdict: 'unsupported',
    weakDigest: false,
    references: false,
  }
  const reader = new SignedXml({ publicCert: 'given', getCertFromKeyInfo: () => null })
  reader.SignatureAlgorithms = Object.fromEntries(
    Object.entries(signatureUris).map(([uri, algorithm]) => [
      uri,
      class {
        getAlgorithmName = () => uri
        getSignature = (): string => {
          throw new Error('this one only verifies')
        }
        verifySignature = (text: string, _key: unknown, value: string) => {
          // Whoever comes here has found that the digests of all references hold.
          said.references = true
          const signed = {
            algorithm,
            digest: algorithm,
            bytes: Buffer.from(text),
            value: Buffer.from(value.replaceAll(/\s/g, ''), 'base64'),
            ecdsa: 'ieee-p1363' as const,
          }
          // Chains come in any order: the signer's certificate is the one under whose key the value holds.
          for (const certificate of certificates) {
            const verdict = verifyValue({ ...signed, publicKey: certificate.publicKey }, modules)
            if (said.verdict === 'holds' || said.verdict === 'weak') break
            said.verdict = verdict
            if (verdict === 'holds' || verdict === 'weak') said.certificate = certificate
          }
          return said.verdict === 'holds' || said.verdict === 'weak'
        }
      },
    ]),
  )
  reader.HashAlgorithms = Object.fromEntries(
    Object.entries(digestUris).map(([uri, digest]) => [
      uri,
      class {
        getAlgorithmName = () => uri
        getHash = (text: string) => {
          const hash = hashOf(digest, Buffer.from(text), modules)
          said.weakDigest ||= hash?.weak === true
          return Buffer.from(hash?.value ?? []).toString('base64')
        }
      },
    ]),
  )
  try {
    reader.loadSignature(node)
    const holds = reader.checkSignature(xml)
    return { ...said, references: holds && said.references }
  } catch {
    // The library throws for what does not hold; what it had found until then was noted.
    return said
  }
}

function readOne(
  xml: string,
  root: Element,
  node: Element,
  doubled: boolean,
  modules: readonly CryptoModule[],
): ReadXmlSignature {
  const parts = partsOf(node)
  const method = elementsOf(node).find(
    one => one.localName === 'SignatureMethod' && one.namespaceURI === xmlNames.signature,
  )
  const algorithm = method?.getAttribute('Algorithm') ?? ''
  const read = {
    candidates: parts.certificates,
    claimedAt: claimedTime(parts.properties),
    timestamps: parts.timestamps,
    stamped: parts.timestamps.length === 0 ? parts.value : (stampedValue(node) ?? parts.value),
    algorithm,
  }
  const said = compute(xml, node, parts.certificates, modules)
  const { certificate } = said
  const named = certificate === null ? 'none' : namedCertificate(parts.properties, certificate)
  return { ...read, certificate, namesCertificate: named === 'same', fault: faultOf() }

  function faultOf(): ReadXmlSignature['fault'] {
    if (doubled) return 'ids-doubled'
    const coverage = coverageFault(root, parts)
    if (coverage !== null) return coverage
    if (certificate === null) return 'certificate-missing'
    if (!(algorithm in signatureUris)) return 'algorithm-unsupported'
    const { verdict, references, weakDigest } = said
    if (!references) return verdict === 'broken' ? 'signature-broken' : 'content-changed'
    if (verdict === 'unsupported') return 'algorithm-unsupported'
    if (verdict === 'broken') return 'signature-broken'
    if (named === 'other') return 'certificate-swapped'
    return verdict === 'weak' || weakDigest ? 'digest-weak' : null
  }
}

/**
 * Reads the signatures of an XML document (XML Signature 1.1, XAdES baseline B and T) and computes each. A signature holds only when it
 * covers the document as a whole: then there is no other place from which somebody could read something unsigned (wrapping).
 * @returns null when the text is no XML document, or has a document type.
 */
export function readXml(xml: string, modules: readonly CryptoModule[] = []): readonly ReadXmlSignature[] | null {
  const root = parse(xml)?.documentElement
  if (root === undefined || root === null || isTooDeep(root)) return null
  const all = elementsOf(root)
  const ids = all.flatMap(idsOf)
  const doubled = new Set(ids).size !== ids.length
  const nodes = all.filter(one => one.localName === 'Signature' && one.namespaceURI === xmlNames.signature)
  if (nodes.length > mostSignatures || nodes.length * xml.length > mostWork) return null
  return nodes.map(node => readOne(xml, root, node, doubled, modules))
}
