import { X509Certificate } from 'node:crypto'
import { DOMParser } from '@xmldom/xmldom'
import { SignedXml } from 'xml-crypto'
import { smevTransform, smevTransformName } from '../rules/national/smev-transform.ts'
import { readXmlTree, type XmlTree } from '../rules/xml-tree.ts'
import type { SignatureSuite } from './signature-suite.ts'

/** Exclusive canonical XML 1.0. */
export const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'

/** Why a signature is not accepted. */
export type SignatureProblem = 'signature-missing' | 'signature-wrong' | 'certificate-unknown' | 'certificate-expired'

/** The keys of one side: what we sign with, and whose signatures we accept. */
export interface SignatureKeys {
  readonly key: string
  /** PEM. */
  readonly certificate: string
  /** PEM of each certificate whose signatures are accepted. */
  readonly trust: readonly string[]
  readonly suites: readonly SignatureSuite[]
}

class SmevTransform {
  getAlgorithmName(): string {
    return smevTransformName
  }
  process(node: Node): string {
    return smevTransform(node.toString())
  }
}

function withSuites(signed: SignedXml, suites: readonly SignatureSuite[]): SignedXml {
  // Only what is listed here is ever accepted; the ones the library brings are older.
  signed.SignatureAlgorithms = Object.fromEntries(
    suites.map(suite => [
      suite.signature,
      class {
        getAlgorithmName = () => suite.signature
        getSignature = (text: unknown, key: unknown) =>
          suite.sign(Buffer.from(String(text)), String(key)).toString('base64')
        verifySignature = (text: string, key: unknown, value: string) =>
          suite.verify(Buffer.from(text), String(key), Buffer.from(value, 'base64'))
      },
    ]),
  )
  signed.HashAlgorithms = Object.fromEntries(
    suites.map(suite => [
      suite.digest,
      class {
        getAlgorithmName = () => suite.digest
        getHash = (text: string) => suite.hash(Buffer.from(text)).toString('base64')
      },
    ]),
  )
  signed.CanonicalizationAlgorithms = { ...signed.CanonicalizationAlgorithms, [smevTransformName]: SmevTransform }
  return signed
}

const bare = (pem: string) => pem.replace(/-----[A-Z ]+-----|\s/g, '')

/** The suite whose kind of key a certificate holds. */
function suiteOf({ certificate, suites }: SignatureKeys): SignatureSuite {
  const type = new X509Certificate(certificate).publicKey.asymmetricKeyType ?? ''
  const suite = suites.find(({ signature }) => signature.includes(type === 'ec' ? 'ecdsa' : type)) ?? suites[0]
  if (suite === undefined) throw new Error('no algorithm of XML signatures is given')
  return suite
}

/** What is signed and where the signature goes. */
export interface SignaturePlace {
  /** Value of the id attribute of the element that is signed. */
  readonly id: string
  /** Local name of the element that gets the signature. */
  readonly into: string
  readonly transforms: readonly string[]
  /** Ids of WS-Security (`wsu:Id`) with a reference to the certificate, instead of plain `Id` with `X509Data`. */
  readonly security?: boolean
}

const keyIdentifier =
  'ValueType="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3"' +
  ' EncodingType="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary"'

/** Signs one element of a document (XML Signature 1.1). */
export function signXml(xml: string, place: SignaturePlace, keys: SignatureKeys): string {
  const suite = suiteOf(keys)
  const certificate = bare(keys.certificate)
  const signed = withSuites(
    new SignedXml({
      privateKey: keys.key,
      signatureAlgorithm: suite.signature,
      canonicalizationAlgorithm: exclusive,
      ...(place.security === true ? { idMode: 'wssecurity' as const } : {}),
      getKeyInfoContent: () =>
        place.security === true
          ? `<wsse:SecurityTokenReference xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"><wsse:KeyIdentifier ${keyIdentifier}>${certificate}</wsse:KeyIdentifier></wsse:SecurityTokenReference>`
          : `<ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data>`,
    }),
    keys.suites,
  )
  signed.addReference({
    xpath: `//*[@*[local-name(.)='Id']='${place.id}']`,
    transforms: [...place.transforms],
    digestAlgorithm: suite.digest,
  })
  signed.computeSignature(xml, {
    prefix: 'ds',
    location: { reference: `//*[local-name(.)='${place.into}']`, action: 'append' },
  })
  return signed.getSignedXml()
}

const signatures = 'http://www.w3.org/2000/09/xmldsig#'

function certificateIn(signature: XmlTree): string | null {
  const stack = [...signature.children]
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    if (one.local === 'X509Certificate' || one.local === 'KeyIdentifier') return one.texts.join('').replace(/\s/g, '')
    stack.push(...one.children)
  }
  return null
}

/**
 * Verifies the one signature inside an element of a document, and gives what was signed: only that may be read, since whatever stands
 * beside it nobody vouches for.
 * @param within local name of the element that holds the signature.
 */
export function verifyXml(
  xml: string,
  within: string,
  keys: Pick<SignatureKeys, 'trust' | 'suites'>,
  now: Date,
): { readonly signed: string } | { readonly problem: SignatureProblem } {
  const tree = readXmlTree(xml)
  const holders = tree === null ? [] : descendants(tree).filter(({ local }) => local === within)
  const [holder] = holders
  const found = holder?.children.filter(({ local, space }) => local === 'Signature' && space === signatures) ?? []
  const [signature] = found
  if (holders.length !== 1 || found.length !== 1 || signature === undefined) return { problem: 'signature-missing' }
  const named = certificateIn(signature)
  const trusted = keys.trust.find(pem => bare(pem) === named)
  if (trusted === undefined) return { problem: 'certificate-unknown' }
  const { validFromDate, validToDate } = new X509Certificate(trusted)
  if (now < validFromDate || now > validToDate) return { problem: 'certificate-expired' }
  try {
    const signed = withSuites(new SignedXml({ publicCert: trusted, getCertFromKeyInfo: () => null }), keys.suites)
    const all = signed.findSignatures(new DOMParser().parseFromString(xml, 'text/xml'))
    const node = all.find(one => (one.parentNode as Element | null)?.localName === within)
    if (node === undefined) return { problem: 'signature-missing' }
    signed.loadSignature(node)
    const [content, ...others] = signed.checkSignature(xml) ? signed.getSignedReferences() : []
    return content === undefined || others.length > 0 ? { problem: 'signature-wrong' } : { signed: content }
  } catch {
    return { problem: 'signature-wrong' }
  }
}

function descendants(tree: XmlTree): XmlTree[] {
  return [tree, ...tree.children.flatMap(descendants)]
}
