import { Parser } from 'saxen'
import type { XmlElement } from './element.ts'

/** How deep elements may be nested. */
const mostDepth = 400

/** The longest document that is read, in UTF-16 units. */
const mostLength = 32 * 1024 * 1024

type Spaces = ReadonlyMap<string, string>

function spacesOf(attributes: Readonly<Record<string, string>>, around: Spaces): Spaces {
  const declared = Object.entries(attributes).flatMap(([name, value]): [string, string][] =>
    name === 'xmlns' ? [['', value]] : name.startsWith('xmlns:') ? [[name.slice(6), value]] : [],
  )
  return declared.length === 0 ? around : new Map([...around, ...declared])
}

function resolved(name: string, spaces: Spaces, byDefault: boolean): { local: string; uri: string } {
  const colon = name.indexOf(':')
  if (colon < 0) return { local: name, uri: byDefault ? (spaces.get('') ?? '') : '' }
  const prefix = name.slice(0, colon)
  return { local: name.slice(colon + 1), uri: spaces.get(prefix) ?? `prefix:${prefix}` }
}

/** White space around `=` in a tag, which XML allows and the parser does not. */
function tidied(xml: string): string {
  return xml.replace(/<[^!?/"'>][^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/g, tag =>
    tag.replace(/([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')/g, '$1=$2'),
  )
}

/**
 * Reads a document into elements that can be changed and written again; instructions and document types are passed over,
 * entities of a document type are not resolved. Gives the reason when it is not well-formed.
 */
export function readXml(xml: string): { readonly root: XmlElement } | { readonly problem: string } {
  if (xml.length > mostLength) return { problem: 'too long' }
  const stack: { element: XmlElement; spaces: Spaces }[] = []
  let root: XmlElement | undefined
  let problem: string | undefined
  const parser = new Parser()
  parser.on('openTag', (name, attributesOf, decode) => {
    const attributes = attributesOf() || {}
    const above = stack.at(-1)
    const spaces = spacesOf(attributes, above?.spaces ?? new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]))
    const element: XmlElement = {
      name,
      ...resolved(name, spaces, true),
      attributes: Object.entries(attributes).map(([key, value]) => ({
        name: key,
        ...resolved(key, spaces, false),
        value: decode(value),
      })),
      children: [],
      parent: above?.element ?? null,
    }
    if (above) above.element.children.push(element)
    else if (root) problem ??= 'two roots'
    else root = element
    if (stack.length >= mostDepth) throw new Error('nested too deep')
    stack.push({ element, spaces })
  })
  parser.on('closeTag', () => {
    stack.pop()
  })
  parser.on('text', (text, decode) => {
    stack.at(-1)?.element.children.push({ text: decode(text) })
  })
  parser.on('cdata', text => {
    stack.at(-1)?.element.children.push({ text })
  })
  parser.on('comment', comment => {
    stack.at(-1)?.element.children.push({ comment })
  })
  const fail = (error: Error) => {
    problem ??= error.message
  }
  parser.on('error', fail)
  parser.on('warn', fail)
  try {
    parser.parse(tidied(xml))
  } catch (error) {
    problem ??= error instanceof Error ? error.message : String(error)
  }
  if (problem !== undefined) return { problem }
  return root && stack.length === 0 ? { root } : { problem: 'no complete root element' }
}
