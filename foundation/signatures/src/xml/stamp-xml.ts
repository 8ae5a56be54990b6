import { DOMParser, XMLSerializer } from '@xmldom/xmldom'
import type { Timestamps } from '../timestamps/timestamps.ts'
import { xmlNames } from './algorithms.ts'
import { childrenOf, stampedValue } from './signature-value.ts'

const named = (root: Document | Element, space: string, name: string): Element[] =>
  Array.from(root.getElementsByTagNameNS(space, name) as unknown as ArrayLike<Element>)

/** The one child of a name, made where there is none. */
function childOf(parent: Element, name: string): Element {
  const [found] = childrenOf(parent, xmlNames.xades, name)
  if (found !== undefined) return found
  const made = parent.ownerDocument.createElementNS(xmlNames.xades, `xades:${name}`)
  parent.appendChild(made)
  return made
}

/**
 * Adds a time-stamp to the last signature of an XML document: XAdES baseline B becomes T, and T gets one more (`SignatureTimeStamp`, ETSI
 * EN 319 132-1, 5.3). Earlier signatures are left alone: the later ones cover them.
 * @throws Error when the document has no XAdES signature; TimestampFailed when no clock answers.
 */
export async function stampXml(xml: string, timestamps: Timestamps): Promise<string> {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const signature = named(document, xmlNames.signature, 'Signature').at(-1)
  const properties = signature === undefined ? undefined : named(signature, xmlNames.xades, 'QualifyingProperties')[0]
  const value = signature === undefined ? null : stampedValue(signature)
  if (properties === undefined || value === null) throw new Error('no XAdES signature')
  const token = Buffer.from(await timestamps.stamp(value)).toString('base64')
  const holder = childOf(childOf(properties, 'UnsignedProperties'), 'UnsignedSignatureProperties')
  const stamp = document.createElementNS(xmlNames.xades, 'xades:SignatureTimeStamp')
  const method = document.createElementNS(xmlNames.signature, 'ds:CanonicalizationMethod')
  method.setAttribute('Algorithm', xmlNames.exclusive)
  const encapsulated = document.createElementNS(xmlNames.xades, 'xades:EncapsulatedTimeStamp')
  encapsulated.appendChild(document.createTextNode(token))
  stamp.appendChild(method)
  stamp.appendChild(encapsulated)
  holder.appendChild(stamp)
  return new XMLSerializer().serializeToString(document)
}
