/** An attribute of an element; `uri` is empty where it has no prefix. */
export interface XmlAttribute {
  name: string
  readonly local: string
  readonly uri: string
  value: string
}

/** What stands between the tags of an element. */
export type XmlNode = XmlElement | { readonly text: string } | { readonly comment: string }

/** An element of a document that is being changed. */
export interface XmlElement {
  name: string
  readonly local: string
  readonly uri: string
  attributes: XmlAttribute[]
  children: XmlNode[]
  readonly parent: XmlElement | null
}

/** Whether a node is an element. */
export function isXmlElement(node: XmlNode): node is XmlElement {
  return 'local' in node
}

/** The child elements, in order. */
export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter(isXmlElement)
}

/** An element and all below it, in document order. */
export function* allIn(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of elementsIn(element)) yield* allIn(child)
}

/** The attribute of a namespace (empty: without prefix) and name. */
export function attributeIn(element: XmlElement, uri: string, local: string): XmlAttribute | undefined {
  return element.attributes.find(attribute => attribute.uri === uri && attribute.local === local)
}

/** The value of a plain attribute. */
export function plainValue(element: XmlElement, local: string): string | undefined {
  return attributeIn(element, '', local)?.value
}

/** The text directly inside, trimmed. */
export function textIn(element: XmlElement): string {
  return element.children
    .map(child => ('text' in child ? child.text : ''))
    .join('')
    .trim()
}

/** Sets an attribute that has no prefix. */
export function setPlain(element: XmlElement, local: string, value: string): void {
  const found = attributeIn(element, '', local)
  if (found) found.value = value
  else element.attributes.push({ name: local, local, uri: '', value })
}

/** Replaces what stands inside by text. */
export function setText(element: XmlElement, text: string): void {
  element.children = [{ text }]
}
