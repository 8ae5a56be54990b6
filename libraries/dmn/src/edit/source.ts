import type { Part } from '../model/model.ts'

/** An attribute as it is written. */
export interface SourceAttribute {
  /** Without references to characters. */
  readonly value: string
  /** From the white space before the name to the end of the closing quote. */
  readonly start: number
  readonly end: number
}

/** An element with the places of its tags in the text; offsets are UTF-16 units. */
export interface SourceElement {
  /** Local name. */
  readonly name: string
  /** With the colon; empty without one. */
  readonly prefix: string
  readonly attributes: ReadonlyMap<string, SourceAttribute>
  readonly children: readonly SourceElement[]
  /** The `<` of the opening tag and what follows its `>`. */
  readonly start: number
  readonly openEnd: number
  /** The `<` of the closing tag (equal to `end` where the element closes itself) and what follows the whole. */
  readonly closeStart: number
  readonly end: number
}

type Open = { -readonly [K in keyof SourceElement]: SourceElement[K] } & { children: SourceElement[] }

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<\/[^>]*>|<([\w.-]+:)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/gu
const ATTRIBUTE = /\s+([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu
const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The text that a piece of XML stands for. */
export function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return decimal !== undefined ? String.fromCodePoint(Number(decimal)) : (CHARACTERS[name] ?? whole)
  })
}

/** A text as XML. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** An attribute as XML, with a space before it. */
export function attributeXml(name: string, value: string): string {
  return ` ${name}="${escapeXml(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`
}

function attributesOf(text: string, offset: number): Map<string, SourceAttribute> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(({ 0: whole, 1: name, 2: double, 3: single, index }) => [
      name as string,
      {
        value: unescapeXml(double ?? single ?? ''),
        start: offset + index,
        end: offset + index + whole.length,
      },
    ]),
  )
}

/** The elements of a document that `parse` has read, with their places. Null where tags have no partner. */
export function sourceOf(xml: string): SourceElement | null {
  const open: Open[] = []
  let root: SourceElement | null = null
  for (const { 0: tag, 1: prefix, 2: name, 3: rest, index } of xml.matchAll(TOKEN)) {
    if (tag.startsWith('<!') || tag.startsWith('<?')) continue
    const end = index + tag.length
    if (name === undefined) {
      const closed = open.pop()
      if (closed === undefined) return null
      closed.closeStart = index
      closed.end = end
      continue
    }
    const element: Open = {
      name,
      prefix: prefix ?? '',
      attributes: attributesOf(rest ?? '', index + 1 + (prefix ?? '').length + name.length),
      children: [],
      start: index,
      openEnd: end,
      closeStart: end,
      end,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    if (!tag.endsWith('/>')) open.push(element)
  }
  return open.length === 0 ? root : null
}

/** The element at which a part of the model read from the same text begins. */
export function elementOf(xml: string, root: SourceElement, { at }: Part): SourceElement | null {
  let offset = 0
  for (let line = 1; line < at.line; line++) {
    const next = xml.indexOf('\n', offset)
    if (next < 0) return null
    offset = next + 1
  }
  offset += at.column - 1
  const open: SourceElement[] = [root]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.start === offset) return element
    open.push(...element.children.filter(({ start, end }) => start <= offset && offset < end))
  }
  return null
}

/** Children of a local name that belong to the same vocabulary as their parent. */
export function childrenOf(element: SourceElement, name: string): SourceElement[] {
  return element.children.filter(child => child.name === name && child.prefix === element.prefix)
}
