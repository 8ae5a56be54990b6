import { Parser } from 'saxen'

/** An element of a document: names without prefixes, namespaces resolved. */
export interface XmlTree {
  readonly local: string
  readonly space: string
  /** Without declarations of namespaces and without attributes of other namespaces. */
  readonly attributes: Readonly<Record<string, string>>
  /** Marked by `xsi:nil`. */
  readonly nil: boolean
  readonly children: XmlTree[]
  readonly texts: string[]
}

const mostDepth = 100
const instances = 'http://www.w3.org/2001/XMLSchema-instance'
type Spaces = ReadonlyMap<string, string>

function resolve(name: string, spaces: Spaces, usual: string): { local: string; space: string } {
  const [prefix = '', local] = name.split(':')
  return local === undefined ? { local: name, space: usual } : { local, space: spaces.get(prefix) ?? '' }
}

/**
 * Reads a document as a tree; null when it is not well-formed, nested deeper than a hundred elements, or has a document type: an
 * answer needs none, and entities are how documents blow up or read files.
 */
export function readXmlTree(xml: string): XmlTree | null {
  if (/<!DOCTYPE/i.test(xml)) return null
  let root: XmlTree | null = null
  let broken = false
  const open: { element: XmlTree; spaces: Spaces }[] = []
  const parser = new Parser()
  const fail = () => {
    broken = true
  }
  parser.on('openTag', (name, attributesOf, decode) => {
    const above = open.at(-1)
    const attributes = Object.entries(attributesOf() || {})
    const declared = attributes.flatMap(([key, value]): [string, string][] =>
      key === 'xmlns' ? [['', decode(value)]] : key.startsWith('xmlns:') ? [[key.slice(6), decode(value)]] : [],
    )
    const spaces = new Map([...(above?.spaces ?? []), ...declared])
    const others = attributes.filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
    const resolved = others.map(([key, value]) => ({ ...resolve(key, spaces, ''), value: decode(value) }))
    const element: XmlTree = {
      ...resolve(name, spaces, spaces.get('') ?? ''),
      attributes: Object.fromEntries(resolved.filter(({ space }) => space === '').map(one => [one.local, one.value])),
      nil: resolved.some(
        ({ space, local, value }) => space === instances && local === 'nil' && /^(true|1)$/.test(value),
      ),
      children: [],
      texts: [],
    }
    if (above !== undefined) above.element.children.push(element)
    else if (root === null) root = element
    else fail()
    if (open.length >= mostDepth) throw new Error('nested too deep')
    open.push({ element, spaces })
  })
  parser.on('closeTag', () => void open.pop())
  parser.on('text', (text, decode) => void open.at(-1)?.element.texts.push(decode(text)))
  parser.on('cdata', text => void open.at(-1)?.element.texts.push(text))
  parser.on('error', fail)
  parser.on('warn', fail)
  try {
    parser.parse(xml)
  } catch {
    return null
  }
  return broken || open.length > 0 ? null : root
}

/** The text of an element. */
export function textOf({ texts }: XmlTree): string {
  return texts.join('').trim()
}
