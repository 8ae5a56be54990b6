import { parse } from '../reader/parse.ts'
import { attributeXml, childrenOf, escapeXml, type SourceElement, sourceOf } from './source.ts'

/** A stretch of the source and what takes its place. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** An element to be written: its children one by line, or its text. */
export interface NewElement {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string | null>>
  readonly children?: readonly NewElement[]
  readonly text?: string
}

/** The source with all changes made; all else stays as it is, to the byte. */
export function changed(xml: string, changes: readonly Change[]): string {
  let result = ''
  let done = 0
  for (const { from, to, text } of changes.toSorted((a, b) => a.from - b.from)) {
    result += xml.slice(done, from) + text
    done = to
  }
  return result + xml.slice(done)
}

/** The root of a source that is a model; a source that is none is given back by the caller as it was. */
export function rootOf(xml: string): SourceElement | null {
  return parse(xml).ok ? sourceOf(xml) : null
}

/** White space from the beginning of the line to an element; empty where something else stands before it. */
function indentOf(xml: string, element: SourceElement): string {
  const line = xml.slice(xml.lastIndexOf('\n', element.start - 1) + 1, element.start)
  return line.trim() === '' ? line : ''
}

/** An element as text, in the vocabulary of its parent, every line after the first with an indent. */
function written(element: NewElement, prefix: string, indent: string): string {
  const { name, attributes = {}, children = [], text } = element
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => attributeXml(key, value as string))
    .join('')
  const tag = `${prefix}${name}`
  if (text !== undefined) return `<${tag}${said}>${escapeXml(text)}</${tag}>`
  if (children.length === 0) return `<${tag}${said} />`
  const inner = children.map(child => `\n${indent}  ${written(child, prefix, `${indent}  `)}`).join('')
  return `<${tag}${said}>${inner}\n${indent}</${tag}>`
}

/** Where children of a name begin among the others, by the order that the standard gives them. */
export type Order = readonly string[]

/** Puts a child into an element: before the `index`-th of its name, or after the last of those that come before it. */
export function inserted(
  xml: string,
  parent: SourceElement,
  order: Order,
  element: NewElement,
  index = Number.POSITIVE_INFINITY,
): Change {
  const siblings = childrenOf(parent, element.name)
  const next = siblings[index]
  const indent = indentOf(xml, parent.children[0] ?? parent)
  const text = written(element, parent.prefix, indent)
  if (parent.children.length === 0) return filledWith(xml, parent, [element])
  if (next !== undefined) return { from: next.start, to: next.start, text: `${text}\n${indent}` }
  const before = order.slice(0, order.indexOf(element.name) + 1)
  const last = parent.children.findLast(child => child.prefix === parent.prefix && before.includes(child.name))
  if (last !== undefined) return { from: last.end, to: last.end, text: `\n${indent}${text}` }
  const first = parent.children[0] as SourceElement
  return { from: first.start, to: first.start, text: `${text}\n${indent}` }
}

/** Puts children into an element that has none. */
export function filledWith(xml: string, parent: SourceElement, children: readonly NewElement[]): Change {
  const outer = indentOf(xml, parent)
  const inner = children.map(child => `\n${outer}  ${written(child, parent.prefix, `${outer}  `)}`).join('')
  return filled(xml, parent, `${inner}\n${outer}`)
}

/** Gives an element other content, written as XML. */
function filled(xml: string, element: SourceElement, content: string): Change {
  if (element.closeStart < element.end) return { from: element.openEnd, to: element.closeStart, text: content }
  const slash = xml.slice(0, element.openEnd - 2).trimEnd().length
  return { from: slash, to: element.end, text: `>${content}</${element.prefix}${element.name}>` }
}

/** Takes an element away, and the white space before it. */
export function removed(xml: string, element: SourceElement): Change {
  return { from: xml.slice(0, element.start).trimEnd().length, to: element.end, text: '' }
}

/** Sets an attribute, or takes it away. */
export function attributed(element: SourceElement, name: string, value: string | null): Change[] {
  const found = element.attributes.get(name)
  const text = value === null ? '' : attributeXml(name, value)
  if (found !== undefined) return found.value === value ? [] : [{ from: found.start, to: found.end, text }]
  if (value === null) return []
  const at = Math.max(
    element.start + 1 + element.prefix.length + element.name.length,
    ...[...element.attributes.values()].map(({ end }) => end),
  )
  return [{ from: at, to: at, text }]
}

/** Gives an element that holds a `text` (a cell, an expression) another one. */
export function worded(xml: string, element: SourceElement, text: string): Change[] {
  const [held] = childrenOf(element, 'text')
  return [
    held === undefined
      ? inserted(xml, element, ['description', 'extensionElements', 'text'], { name: 'text', text })
      : filled(xml, held, escapeXml(text)),
  ]
}

/** The first id of a row (`rule-1`, `rule-2` …) that the source does not have. Several at once: one maker. */
export function idMaker(xml: string): (base: string) => string {
  const made = new Set<string>()
  const has = (id: string): boolean => made.has(id) || xml.includes(`id="${id}"`) || xml.includes(`id='${id}'`)
  return base => {
    let id = base
    for (let n = 2; has(id); n++) id = `${base}-${n}`
    made.add(id)
    return id
  }
}
