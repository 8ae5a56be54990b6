import type { XmlElement, XmlNode } from './element.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

const inText = (text: string) => text.replace(/[&<>\r]/g, character => escapes[character] ?? character)
const inValue = (text: string) => text.replace(/[&<>"\n\r\t]/g, character => escapes[character] ?? character)

function nodeText(node: XmlNode): string {
  if ('comment' in node) return `<!--${node.comment}-->`
  if ('text' in node) return inText(node.text)
  return elementText(node)
}

function elementText({ name, attributes, children }: XmlElement): string {
  const written = attributes.map(attribute => ` ${attribute.name}="${inValue(attribute.value)}"`).join('')
  if (children.length === 0) return `<${name}${written} />`
  return `<${name}${written}>${children.map(nodeText).join('')}</${name}>`
}

/** The document with this root as XML text. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root)}\n`
}
