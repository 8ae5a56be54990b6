import { Parser } from 'saxen'

/** The name of the transform (Методические рекомендации по работе с ЕСМЭВ 3, appendix on the electronic signature). */
export const smevTransformName = 'urn://smev-gov-ru/xmldsig/transform'

interface Attribute {
  readonly space: string
  readonly local: string
  readonly value: string
}
interface Level {
  readonly declared: ReadonlyMap<string, string>
  readonly written: ReadonlyMap<string, string>
  readonly name: string
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}
const escapeText = (text: string) => text.replace(/[&<>\r]/g, one => escapes[one] ?? one)
const escapeAttribute = (text: string) => text.replace(/[&<"\t\n\r]/g, one => escapes[one] ?? one)

function byRule(a: Attribute, b: Attribute): number {
  if ((a.space === '') !== (b.space === '')) return a.space === '' ? 1 : -1
  const [left, right] = a.space === b.space ? [a.local, b.local] : [a.space, b.space]
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * Applies the transform of СМЭВ to a document or element given as XML 1.0 without a document type: no declaration, instructions and
 * comments; no text of white space alone; no empty-element tags; only used namespaces, declared where they are first needed under the
 * prefixes ns1, ns2 … of one running number; declarations before attributes, qualified attributes before others, by namespace and name.
 * @throws Error when the XML is not well-formed.
 */
export function smevTransform(xml: string): string {
  const parts: string[] = []
  const levels: Level[] = []
  let number = 0
  let text = ''
  const flush = () => {
    // Characters up to U+0020 alone are formatting, not content.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the rule of the transform names all of them
    if (/[^\u0000-\u0020]/.test(text)) parts.push(escapeText(text))
    text = ''
  }
  const parser = new Parser()
  const fail = (problem: unknown) => {
    throw problem instanceof Error ? problem : new Error(String(problem))
  }
  parser.on('error', fail)
  parser.on('warn', fail)
  parser.on('openTag', (qualified, attributesOf, decode) => {
    flush()
    const above = levels.at(-1)
    const all = Object.entries(attributesOf() || {}).map(([name, value]) => [name, decode(value)] as const)
    const declared = new Map(above?.declared ?? [['xml', 'http://www.w3.org/XML/1998/namespace']])
    for (const [name, value] of all) {
      if (name === 'xmlns') declared.set('', value)
      else if (name.startsWith('xmlns:')) declared.set(name.slice(6), value)
    }
    const written = new Map(above?.written ?? [])
    const declarations: string[] = []
    const nameIn = (space: string, local: string): string => {
      if (space === '') return local
      const known = written.get(space)
      if (known !== undefined) return `${known}:${local}`
      const prefix = `ns${++number}`
      written.set(space, prefix)
      declarations.push(` xmlns:${prefix}="${escapeAttribute(space)}"`)
      return `${prefix}:${local}`
    }
    const spaceOf = (prefix: string): string => {
      const space = declared.get(prefix)
      if (space === undefined && prefix !== '') throw new Error(`the prefix ${prefix} is not declared`)
      return space ?? ''
    }
    const [prefix, local] = qualified.includes(':') ? qualified.split(':', 2) : ['', qualified]
    const name = nameIn(spaceOf(prefix ?? ''), local ?? '')
    const attributes = all
      .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
      .map(([key, value]): Attribute => {
        const [before = '', after = ''] = key.split(':', 2)
        return key.includes(':') ? { space: spaceOf(before), local: after, value } : { space: '', local: key, value }
      })
      .sort(byRule)
      .map(({ space, local: own, value }) => ` ${nameIn(space, own)}="${escapeAttribute(value)}"`)
    parts.push(`<${name}${declarations.join('')}${attributes.join('')}>`)
    levels.push({ declared, written, name })
  })
  parser.on('closeTag', () => {
    flush()
    parts.push(`</${levels.pop()?.name ?? ''}>`)
  })
  parser.on('text', (value, decode) => {
    text += decode(value)
  })
  parser.on('cdata', value => {
    text += value
  })
  parser.parse(xml)
  if (levels.length > 0 || parts.length === 0) throw new Error('the document ends too early')
  return parts.join('')
}
