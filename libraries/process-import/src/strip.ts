import { vendorOf } from './vendors.ts'
import { allIn, elementsIn, isXmlElement, type XmlElement } from './xml/element.ts'

const foreign: ReadonlySet<string | undefined> = new Set(['camunda', 'zeebe', 'modeler'])

/** Mappings of call activities, which the engine reads as Camunda 7 writes them. */
const kept = (element: XmlElement) =>
  vendorOf(element.uri) === 'camunda' &&
  (element.local === 'in' || element.local === 'out') &&
  element.parent?.parent?.local === 'callActivity'

const blank = (element: XmlElement) =>
  element.attributes.length === 0 && element.children.every(child => 'text' in child && child.text.trim() === '')

function strip(element: XmlElement): void {
  element.attributes = element.attributes.filter(({ uri }) => !foreign.has(vendorOf(uri)))
  element.children = element.children.filter(
    child => !isXmlElement(child) || !foreign.has(vendorOf(child.uri)) || kept(child),
  )
  for (const child of elementsIn(element)) strip(child)
  element.children = element.children.filter(
    child => !(isXmlElement(child) && child.local === 'extensionElements' && blank(child)),
  )
}

/** Takes away what Camunda's products wrote and what has been mapped or listed, with namespaces that nothing uses any more. */
export function stripForeign(root: XmlElement): void {
  strip(root)
  const used = new Set<string>()
  for (const element of allIn(root))
    for (const { name } of [element, ...element.attributes.filter(({ name }) => !name.startsWith('xmlns:'))])
      if (name.includes(':')) used.add(name.split(':')[0] ?? '')
  for (const element of allIn(root))
    element.attributes = element.attributes.filter(
      ({ name, value }) =>
        !name.startsWith('xmlns:') || !foreign.has(vendorOf(value)) || used.has(name.slice('xmlns:'.length)),
    )
}
