import { Parser } from 'saxen'
import type { Position } from '../model/model.ts'
import { tagProblems } from './tag-problems.ts'

/** An element of an XML document. */
export interface Element {
  /** Local name. */
  readonly name: string
  /** True when it belongs to one of DMN's namespaces. */
  readonly known: boolean
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  /** Character data directly inside. */
  text: string
  /** Where the text of a `text` element stands in the source. */
  places: number[] | null
  readonly at: Position
}

/** Why a text is not a document. */
export interface XmlProblem {
  readonly message: string
  readonly at: Position
}

/** The namespaces of DMN's versions; all are read alike. */
const NAMESPACES = [
  'http://www.omg.org/spec/DMN/20130901',
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20151101/dmn11.xsd',
  'http://www.omg.org/spec/DMN/20151101/DMN/',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
  'https://www.omg.org/spec/DMN/20240513/MODEL/',
]

/** How deep elements may be nested. */
export const MAX_DEPTH = 400
/** The longest document that is read, in UTF-16 units. */
export const MAX_LENGTH = 64 * 1024 * 1024

const TOO_DEEP = 'The elements are nested too deep.'

class Stop extends Error {}

/** Reads a document into elements; comments, processing instructions and document types are passed over. */
export function readXml(xml: string): { root: Element } | { problems: readonly XmlProblem[] } {
  if (xml.length > MAX_LENGTH)
    return { problems: [{ message: 'The document is too long.', at: { line: 1, column: 1 } }] }
  const places = new Places(xml)
  const stack: Element[] = []
  let root: Element | null = null
  let problem: XmlProblem | null = null
  const fail = (message: string): never => {
    problem ??= { message, at: places.here() }
    throw new Stop()
  }
  const parser = new Parser()
  parser.ns(Object.fromEntries(NAMESPACES.map(namespace => [namespace, 'dmn'])))
  parser.on(
    'openTag',
    (name: string, attributes: () => Record<string, string> | false, decode: (text: string) => string) => {
      const at = places.next('<')
      if (stack.length >= MAX_DEPTH) fail(TOO_DEEP)
      const colon = name.indexOf(':')
      const element: Element = {
        name: name.slice(colon + 1),
        known: name.startsWith('dmn:'),
        attributes: decoded(attributes() || {}, decode),
        children: [],
        text: '',
        places: null,
        at,
      }
      const parent = stack.at(-1)
      if (parent !== undefined) parent.children.push(element)
      else if (root === null) root = element
      else fail('The document has two roots.')
      stack.push(element)
    },
  )
  parser.on('closeTag', (_name: string, _decode: unknown, selfClosing: boolean) => {
    if (!selfClosing) places.skip('<')
    stack.pop()
  })
  parser.on('text', (text: string, decode: (text: string) => string) => {
    const top = stack.at(-1)
    if (top === undefined) return
    if (top.name === 'text') top.places = places.raw(text, top.text.length, top.places, decode)
    top.text += decode(text)
  })
  parser.on('cdata', (text: string) => {
    places.skip('<![CDATA[')
    const top = stack.at(-1)
    if (top?.name === 'text') top.places = places.plain(9, top.text.length, top.places)
    places.end(']]>')
    if (top !== undefined) top.text += text
  })
  parser.on('comment', () => places.skip('<!--', '-->'))
  parser.on('question', () => places.skip('<?', '?>'))
  parser.on('attention', () => places.skip('<!', '>'))
  parser.on('error', (error: Error) => fail(error.message))
  try {
    parser.parse(xml)
  } catch (fault) {
    if (problem === null)
      problem = { message: fault instanceof Error ? fault.message : 'unreadable', at: places.here() }
  }
  if (problem === null && (root === null || stack.length > 0))
    problem = { message: 'The document has no complete root element.', at: places.here() }
  if (problem !== null) return { problems: withOthers(problem, xml) }
  return { root: root as unknown as Element }
}

/** What ended the reading, unless that were the tags, and every tag that has no partner. */
function withOthers(problem: XmlProblem, xml: string): XmlProblem[] {
  if (problem.message === TOO_DEEP) return [problem]
  const tags = tagProblems(xml)
  return tags.length > 0 && /open tag|closing tag|complete root/.test(problem.message) ? tags : [problem, ...tags]
}

function decoded(attributes: Record<string, string>, decode: (text: string) => string): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) {
    const colon = name.indexOf(':')
    if (colon >= 0 && !name.startsWith('dmn:')) result[name] = value
    else result[name.slice(colon + 1)] = value.includes('&') ? decode(value) : value
  }
  return result
}

/** Follows the parser through the text, because the parser tells places only by counting from the beginning. */
class Places {
  private readonly text: string
  private offset = -1
  private line = 1
  private lineStart = 0
  private nextBreak: number

  constructor(text: string) {
    this.text = text
    this.nextBreak = text.indexOf('\n')
  }

  next(mark: string): Position {
    this.skip(mark)
    return this.here()
  }

  skip(mark: string, end?: string): void {
    const at = this.text.indexOf(mark, this.offset + 1)
    if (at < 0) return
    this.offset = end === undefined ? at : Math.max(at, this.text.indexOf(end, at))
  }

  /** Goes on to the end of what has begun here. */
  end(mark: string): void {
    this.offset = Math.max(this.offset, this.text.indexOf(mark, this.offset))
  }

  here(): Position {
    return this.at(Math.max(this.offset, 0))
  }

  /** Places never go back, so lines are counted once. */
  private at(offset: number): Position {
    while (this.nextBreak >= 0 && this.nextBreak < offset) {
      this.line += 1
      this.lineStart = this.nextBreak + 1
      this.nextBreak = this.text.indexOf('\n', this.lineStart)
    }
    return { line: this.line, column: offset - this.lineStart + 1 }
  }

  /** The places of text that begins so many characters after here and is written as it reads. */
  plain(after: number, length: number, before: number[] | null): number[] {
    const { line, column } = this.at(this.offset + after)
    return [...(before ?? []), length, line, column]
  }

  /** The places of raw text up to the next tag; after every reference to a character the source reads on as the text does. */
  raw(raw: string, length: number, before: number[] | null, decode: (text: string) => string): number[] {
    const tag = this.text.indexOf('<', this.offset + 1)
    const start = (tag < 0 ? this.text.length : tag) - raw.length
    const first = this.at(start)
    const places = [...(before ?? []), length, first.line, first.column]
    let decodedLength = 0
    let from = 0
    for (const { 0: reference, index } of raw.includes('&') ? raw.matchAll(/&[^;&<]*;/g) : []) {
      decodedLength += index - from + decode(reference).length
      from = index + reference.length
      const { line, column } = this.at(start + from)
      places.push(length + decodedLength, line, column)
    }
    return places
  }
}
