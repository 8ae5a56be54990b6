import { Parser } from 'saxen'

/** An element of a test file. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlNode[]
  text: string
}

/** Reads a test file; its comments are not part of it. */
export function readXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const stack = [root]
  const parser = new Parser()
  parser.on('openTag', (name, attributes, decode) => {
    const given = attributes() || {}
    const node: XmlNode = {
      name: name.slice(name.indexOf(':') + 1),
      attributes: Object.fromEntries(Object.entries(given).map(([key, value]) => [key, decode(value)])),
      children: [],
      text: '',
    }
    stack.at(-1)?.children.push(node)
    stack.push(node)
  })
  parser.on('closeTag', () => void stack.pop())
  parser.on('text', (text, decode) => {
    const top = stack.at(-1)
    if (top !== undefined) top.text += decode(text)
  })
  parser.on('cdata', text => {
    const top = stack.at(-1)
    if (top !== undefined) top.text += text
  })
  parser.on('error', error => {
    throw error
  })
  parser.parse(xml)
  const [first] = root.children
  if (first === undefined) throw new Error('The file has no root element.')
  return first
}
