import { DOMParser, XMLSerializer } from '@xmldom/xmldom'
import type { XmlTree } from '../xml-tree.ts'

/** The content of a message: its root element as XML that stands alone, and by what its kind is known. */
export interface StandAlone {
  readonly xml: string
  readonly root: XmlTree
}

/**
 * The one element inside a holder as a document of its own, with the namespaces it needs; null when there is none or more.
 * @param xml the document that holds it.
 * @param holder the holder as it was read from the same document.
 */
export function standAlone(xml: string, holder: XmlTree | null): StandAlone | null {
  const [root, ...others] = holder?.children ?? []
  if (holder === null || root === undefined || others.length > 0) return null
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const found = Array.from(document.getElementsByTagName('*')).filter(
    one => one.localName === holder.local && (one.namespaceURI ?? '') === holder.space,
  )
  const [element, ...more] = found
  const node = Array.from(element?.childNodes ?? []).find(one => one.nodeType === 1)
  return node === undefined || more.length > 0 ? null : { xml: new XMLSerializer().serializeToString(node), root }
}
