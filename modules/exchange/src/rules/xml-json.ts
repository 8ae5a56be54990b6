import { textOf, type XmlTree } from './xml-tree.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML has it; what XML 1.0 has no character for is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, one => escapes[one] ?? one)
}

/** A name, with a prefix where its namespace is declared above. */
const nameOf = /^(?:[A-Za-z_][A-Za-z0-9_.-]*:)?[\p{L}_][\p{L}\p{N}_.-]*$/u

/**
 * Writes JSON as an element: texts, numbers and lists of elements in order; `@name` is an attribute; null is left out.
 * @param more declarations of namespaces as they stand in the tag.
 * @throws Error when a key is no name.
 */
export function writeElement(name: string, value: unknown, more = ''): string {
  if (!nameOf.test(name)) throw new Error(`"${name}" is no name of an element`)
  if (Array.isArray(value)) return value.map(item => writeElement(name, item, more)).join('')
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return `<${name}${more}>${escapeXml(String(value))}</${name}>`
  const entries = Object.entries(value as Record<string, unknown>)
  const attributes = entries.filter(([key]) => key.startsWith('@'))
  const written = attributes.map(([key, one]) => {
    if (!nameOf.test(key.slice(1))) throw new Error(`"${key}" is no name of an attribute`)
    return ` ${key.slice(1)}="${escapeXml(String(one))}"`
  })
  const inner = entries.filter(([key]) => !key.startsWith('@')).map(([key, one]) => writeElement(key, one))
  return `<${name}${more}${written.join('')}>${inner.join('')}</${name}>`
}

/** An element as JSON: without elements inside its text, otherwise an object; elements of one name are a list, and so is what `lists` names. */
export function jsonOf(element: XmlTree, path: string, lists: ReadonlySet<string>): unknown {
  const attributes = Object.entries(element.attributes).map(([name, value]) => [`@${name}`, value] as const)
  if (element.nil) return null
  if (element.children.length === 0 && attributes.length === 0) return textOf(element)
  const names = [...new Set(element.children.map(({ local }) => local))]
  const inner = names.map(name => {
    const at = path === '' ? name : `${path}.${name}`
    const values = element.children.filter(({ local }) => local === name).map(child => jsonOf(child, at, lists))
    return [name, values.length > 1 || lists.has(at) ? values : values[0]] as const
  })
  const absent = [...lists].flatMap(list => {
    const dot = list.lastIndexOf('.')
    const [above, name] = [dot < 0 ? '' : list.slice(0, dot), list.slice(dot + 1)]
    return above === path && !names.includes(name) ? [[name, []] as const] : []
  })
  const text = element.children.length === 0 ? [['text', textOf(element)] as const] : []
  return Object.fromEntries([...attributes, ...text, ...inner, ...absent])
}
