import { ExclusiveCanonicalization } from 'xml-crypto'
import { xmlNames } from './algorithms.ts'

/** Children of an element by name. */
export const childrenOf = (element: Element, space: string, name: string): Element[] =>
  Array.from({ length: element.childNodes.length }, (_, place) => element.childNodes.item(place) as Element).filter(
    child => child?.nodeType === 1 && child.localName === name && child.namespaceURI === space,
  )

/** What a time-stamp of an XML signature covers: its `SignatureValue` in exclusive canonical form (ETSI EN 319 132-1, 5.3); null without one. */
export function stampedValue(signature: Element): Uint8Array | null {
  const [value] = childrenOf(signature, xmlNames.signature, 'SignatureValue')
  return value === undefined ? null : Buffer.from(new ExclusiveCanonicalization().process(value, {}).toString())
}
