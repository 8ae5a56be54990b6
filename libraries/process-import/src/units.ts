import type { Ledger } from './report.ts'
import { bpmnUri, vendorOf } from './vendors.ts'
import { elementsIn, plainValue, type XmlElement } from './xml/element.ts'

/** What to call an element or attribute in the report: its vendor's usual prefix, whatever the file calls it. */
export function shownName(node: { readonly name: string; readonly local: string; readonly uri: string }): string {
  const vendor = vendorOf(node.uri)
  return vendor === undefined ? node.local : vendor === 'other' ? node.name : `${vendor}:${node.local}`
}

function place(element: XmlElement, siblings: readonly XmlElement[]): string {
  const alike = siblings.filter(other => other.local === element.local && other.uri === element.uri)
  const name = shownName(element)
  return alike.length > 1 ? `${name}[${alike.indexOf(element) + 1}]` : name
}

/** Whose extension stands around, if any: plain attributes of an extension element are its vendor's. */
function tellAtOnce(ledger: Ledger, key: object, vendor: string | undefined): void {
  if (vendor === 'tereze') ledger.tell(key, { to: 'kept' })
  if (vendor === 'other') ledger.tell(key, { why: 'other-vendor' })
}

function enterAttributes(ledger: Ledger, element: XmlElement, owner: string, path: string): void {
  const around = vendorOf(element.uri)
  for (const attribute of element.attributes) {
    if (/^xmlns(:|$)/.test(attribute.name)) continue
    const vendor = vendorOf(attribute.uri) ?? around
    if (vendor === undefined) continue
    const name = shownName(attribute)
    ledger.enter(attribute, { element: owner, attribute: path === '' ? `@${name}` : `${path}/@${name}` })
    tellAtOnce(ledger, attribute, vendor)
  }
}

function walk(ledger: Ledger, element: XmlElement, owner: string, path: string): void {
  enterAttributes(ledger, element, owner, path)
  const children = elementsIn(element)
  const extension = vendorOf(element.uri) !== undefined
  for (const child of children) {
    const vendor = vendorOf(child.uri)
    const id = vendor === undefined && !extension ? plainValue(child, 'id') : undefined
    const inside = path === '' ? place(child, children) : `${path}/${place(child, children)}`
    const step = child.local === 'extensionElements' && child.uri === bpmnUri ? path : inside
    if (vendor !== undefined) {
      ledger.enter(child, { element: owner, attribute: step })
      tellAtOnce(ledger, child, vendor)
    }
    if (id === undefined || id === '') walk(ledger, child, owner, step)
    else walk(ledger, child, id, '')
  }
}

/** Enters every extension attribute and element of a document. What is ours already, and what other vendors wrote, is told. */
export function enterUnits(ledger: Ledger, root: XmlElement): void {
  walk(ledger, root, plainValue(root, 'id') ?? 'definitions', '')
}
