/** An element of an XML document, its names without prefixes; what else a document may hold is left out. */
export interface Element {
  /** The name without its prefix. */
  readonly name: string
  /** The prefix, '' without one; the files read here use the customary ones. */
  readonly prefix: string
  /** Attributes by their name as written, prefix and all; their values without space around, as ids have it. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  /** The text directly inside, trimmed. */
  text: string
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g

function plainText(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) =>
    name === undefined
      ? String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10))
      : (named[name] ?? whole),
  )
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [
      name ?? '',
      plainText(double ?? single ?? '').trim(),
    ]),
  )
}

/** Reads a well-formed document; throws when an element is not closed by its own name. */
export function readXml(text: string): Element {
  const root: Element = { name: '', prefix: '', attributes: {}, children: [], text: '' }
  const open: Element[] = [root]
  for (const [, data, closes, opens, attributes, empty, words] of text.matchAll(token)) {
    const inside = open.at(-1) ?? root
    if (data !== undefined) inside.text += data
    else if (words !== undefined) inside.text += plainText(words)
    else if (closes !== undefined) {
      if (`${inside.prefix === '' ? '' : `${inside.prefix}:`}${inside.name}` !== closes) throw new Error(`</${closes}>`)
      inside.text = inside.text.trim()
      open.pop()
    } else if (opens !== undefined) {
      const [name = '', prefix = ''] = opens.split(':').reverse()
      const element = { name, prefix, attributes: attributesOf(attributes ?? ''), children: [], text: '' }
      inside.children.push(element)
      if (empty !== '/') open.push(element)
    }
  }
  const first = root.children[0]
  if (!first || open.length > 1) throw new Error('not one closed element')
  return first
}

/** The children of that name. */
export function childrenOf(element: Element, name: string): readonly Element[] {
  return element.children.filter(child => child.name === name)
}

/** The first child of that name. */
export function childOf(element: Element, name: string): Element | undefined {
  return element.children.find(child => child.name === name)
}
