import { createHash, createPrivateKey, createPublicKey, sign, verify, X509Certificate } from 'node:crypto'
import { XmlC14NMode, XmlCData, XmlDocument, XmlElement, type XmlNode, XmlText } from 'libxml2-wasm'
import type { Certified } from './certificate.ts'

/**
 * XML signatures of the simulators, on libxml2: nothing here is shared with the platform's adapters, so that both can only agree by
 * what the specifications say.
 */
const ds = 'http://www.w3.org/2000/09/xmldsig#'
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const smev = 'urn://smev-gov-ru/xmldsig/transform'
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256'
const ecdsa = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256'

/** Text as it stands in XML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function children(element: XmlElement): XmlNode[] {
  const found: XmlNode[] = []
  for (let one = element.firstChild; one !== null; one = one.next) found.push(one)
  return found
}

/** All elements of a local name, in document order. */
export function all(element: XmlElement, name: string): XmlElement[] {
  const below = children(element).flatMap(one => (one instanceof XmlElement ? all(one, name) : []))
  return element.name === name ? [element, ...below] : below
}

/** The text of the first element of a local name; null when there is none. */
export function text(element: XmlElement, name: string): string | null {
  return all(element, name)[0]?.content.trim() ?? null
}

/** The elements inside an element. */
export function inside(element: XmlElement): XmlElement[] {
  return children(element).filter(one => one instanceof XmlElement)
}

/** The value of an attribute by its local name, whatever its namespace. */
export function attribute(element: XmlElement, name: string): string | null {
  return element.attrs.find(one => one.name === name)?.value ?? null
}

/** The transform of СМЭВ as a walk over the tree (Методические рекомендации, appendix on the signature). */
export function smevForm(element: XmlElement): string {
  let count = 0
  const walk = (one: XmlElement, above: ReadonlyMap<string, string>): string => {
    const known = new Map(above)
    const declared: string[] = []
    const named = (uri: string, local: string) => {
      if (uri === '') return local
      if (!known.has(uri)) {
        count += 1
        known.set(uri, `ns${count}`)
        declared.push(` xmlns:ns${count}="${escaped(uri)}"`)
      }
      return `${known.get(uri)}:${local}`
    }
    const name = named(one.namespaceUri, one.name)
    const sorted = [...one.attrs].sort((a, b) => {
      const [x, y] = [a.namespaceUri, b.namespaceUri]
      if ((x === '') !== (y === '')) return x === '' ? 1 : -1
      return x === y ? (a.name < b.name ? -1 : 1) : x < y ? -1 : 1
    })
    const written = sorted.map(one => ` ${named(one.namespaceUri, one.name)}="${escaped(one.value)}"`)
    const parts = children(one).map(child => {
      if (child instanceof XmlElement) return walk(child, known)
      const said = child instanceof XmlText || child instanceof XmlCData ? child.content : ''
      return [...said].every(letter => letter <= ' ')
        ? ''
        : said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;')
    })
    return `<${name}${declared.join('')}${written.join('')}>${parts.join('')}</${name}>`
  }
  return walk(element, new Map())
}

const digest = (form: string) => createHash('sha256').update(form).digest('base64')

function formOf(element: XmlElement, transforms: readonly string[]): string {
  // The transform of СМЭВ needs no exclusive form before it: it drops what that form drops.
  return transforms.includes(smev)
    ? smevForm(element)
    : element.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 })
}

/** What goes around a certificate in `KeyInfo`. */
export type KeyInfo = (certificate: string) => string

/** `X509Data` of XML Signature. */
export const x509Data: KeyInfo = certificate =>
  `<ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data>`

/** Signs the element with an id and puts the signature where `<!--signature-->` stands. */
export function signed(
  xml: string,
  id: string,
  { key, certificate }: Certified,
  transforms: readonly string[] = [exclusive, smev],
  keyInfo: KeyInfo = x509Data,
): string {
  const document = XmlDocument.fromString(xml)
  try {
    const target = everything(document.root).find(one => attribute(one, 'Id') === id)
    if (target === undefined) throw new Error(`nothing has the id ${id}`)
    const bare = certificate.replace(/-----[A-Z ]+-----|\s/g, '')
    const listed = transforms.map(one => `<ds:Transform Algorithm="${one}"></ds:Transform>`)
    const info =
      `<ds:SignedInfo xmlns:ds="${ds}"><ds:CanonicalizationMethod Algorithm="${exclusive}"></ds:CanonicalizationMethod>` +
      `<ds:SignatureMethod Algorithm="${ecdsa}"></ds:SignatureMethod><ds:Reference URI="#${id}"><ds:Transforms>${listed.join('')}</ds:Transforms>` +
      `<ds:DigestMethod Algorithm="${sha256}"></ds:DigestMethod><ds:DigestValue>${digest(formOf(target, transforms))}</ds:DigestValue></ds:Reference></ds:SignedInfo>`
    const value = sign('sha256', Buffer.from(info), { key: createPrivateKey(key), dsaEncoding: 'ieee-p1363' })
    return xml.replace(
      '<!--signature-->',
      `<ds:Signature xmlns:ds="${ds}">${info}<ds:SignatureValue>${value.toString('base64')}</ds:SignatureValue><ds:KeyInfo>${keyInfo(bare)}</ds:KeyInfo></ds:Signature>`,
    )
  } finally {
    document.dispose()
  }
}

function everything(element: XmlElement): XmlElement[] {
  return [element, ...inside(element).flatMap(everything)]
}

/** Whether the first signature of a document holds under one of the certificates, and which one. */
export function whoSigned(root: XmlElement, certificates: readonly string[]): string | null {
  const [signature] = all(root, 'Signature')
  const info = signature === undefined ? undefined : all(signature, 'SignedInfo')[0]
  const reference = info === undefined ? undefined : all(info, 'Reference')[0]
  if (signature === undefined || info === undefined || reference === undefined) return null
  const id = (attribute(reference, 'URI') ?? '').slice(1)
  const targets = everything(root).filter(one => attribute(one, 'Id') === id)
  const [target] = targets
  if (target === undefined || targets.length !== 1) return null
  const transforms = all(reference, 'Transform').map(one => attribute(one, 'Algorithm') ?? '')
  if (digest(formOf(target, transforms)) !== text(reference, 'DigestValue')) return null
  const given = (text(signature, 'X509Certificate') ?? text(signature, 'KeyIdentifier') ?? '').replace(/\s/g, '')
  const known = certificates.find(one => one.replace(/-----[A-Z ]+-----|\s/g, '') === given)
  if (known === undefined) return null
  const form = Buffer.from(info.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 }))
  const key = createPublicKey(new X509Certificate(known).toString())
  const value = Buffer.from(text(signature, 'SignatureValue') ?? '', 'base64')
  return verify('sha256', form, { key, dsaEncoding: 'ieee-p1363' }, value) ? known : null
}
