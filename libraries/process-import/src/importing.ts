import type { FormBook } from './forms/form-book.ts'
import type { Ledger, Missing, Outcome } from './report.ts'
import { terezeUri, vendorOf } from './vendors.ts'
import { attributeIn, elementsIn, type XmlAttribute, type XmlElement } from './xml/element.ts'

/** What one import carries along. */
export interface Importing {
  readonly ledger: Ledger
  readonly forms: FormBook
  readonly missing: Missing[]
  /** Variables that hold who started the process (`camunda:initiator`). */
  readonly initiators: ReadonlySet<string>
  /** The role of the lane that a node lies in, by id. */
  readonly laneRoles: ReadonlyMap<string, string>
}

/** The attribute of a vendor on an element. */
export function vendorAttribute(element: XmlElement, vendor: string, local: string): XmlAttribute | undefined {
  return element.attributes.find(attribute => attribute.local === local && vendorOf(attribute.uri) === vendor)
}

/** Extension elements of a vendor and name, in order. */
export function extensions(element: XmlElement, vendor: string, local: string): readonly XmlElement[] {
  return elementsIn(element)
    .filter(child => child.local === 'extensionElements')
    .flatMap(elementsIn)
    .filter(child => child.local === local && vendorOf(child.uri) === vendor)
}

/** A plain attribute of an extension element. */
export function inner(element: XmlElement | undefined, local: string): XmlAttribute | undefined {
  return element && attributeIn(element, '', local)
}

/** Children of an extension element, by name. */
export function innerElements(element: XmlElement, local: string): readonly XmlElement[] {
  return elementsIn(element).filter(child => child.local === local)
}

/** Says the same of an element, its attributes and all below it. */
export function tellWhole(ledger: Ledger, element: XmlElement, outcome: Outcome): void {
  ledger.tell(element, outcome)
  for (const attribute of element.attributes) ledger.tell(attribute, outcome)
  for (const child of elementsIn(element)) tellWhole(ledger, child, outcome)
}

/** Sets one of our attributes, unless it is there already; gives how to call it in the report. */
export function setOurs(element: XmlElement, local: string, value: string): string {
  if (!attributeIn(element, terezeUri, local))
    element.attributes.push({ name: `tereze:${local}`, local, uri: terezeUri, value })
  return `tereze:${local}`
}

/** One of our attributes. */
export function ours(element: XmlElement, local: string): string | undefined {
  return attributeIn(element, terezeUri, local)?.value
}

/** Adds one of our extension elements. */
export function addOurs(element: XmlElement, local: string, attributes: Readonly<Record<string, string>>): void {
  let holder = elementsIn(element).find(child => child.local === 'extensionElements')
  if (!holder) {
    const prefix = element.name.includes(':') ? `${element.name.split(':')[0]}:` : ''
    holder = {
      name: `${prefix}extensionElements`,
      local: 'extensionElements',
      uri: element.uri,
      attributes: [],
      children: [],
      parent: element,
    }
    // The schema of BPMN wants documentation first, then extensions.
    const after = element.children.findLastIndex(child => 'local' in child && child.local === 'documentation')
    element.children.splice(after + 1, 0, holder)
  }
  holder.children.push({
    name: `tereze:${local}`,
    local,
    uri: terezeUri,
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, local: name, uri: '', value })),
    children: [],
    parent: holder,
  })
}
