import { isNamePart, isSpace, wordEnd } from './characters.ts'
import type { NameBook } from './names.ts'
import { type ProblemCode, SyntaxFault } from './problem.ts'
import type { Node } from './tree.ts'

/** Words that end a name nobody has declared (DMN 1.5 grammar, terminal symbols). */
export const KEYWORDS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'in',
  'between',
  'if',
  'then',
  'else',
  'for',
  'return',
  'some',
  'every',
  'satisfies',
  'instance',
  'of',
  'function',
  'external',
  'true',
  'false',
  'null',
])

/** Keywords that may follow an operand; any other word after a name goes on with the name: `reason for leaving`. */
export const FOLLOWERS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'in',
  'between',
  'then',
  'else',
  'return',
  'satisfies',
  'instance',
  'external',
])

/** How deep expressions may be nested; a human never comes near it, and the JavaScript stack holds. */
export const MAX_DEPTH = 250
/** How long a chain of operators of one level may be. */
export const MAX_CHAIN = 2000

/** A place in a text, with the names that are known there. */
export class Cursor {
  readonly text: string
  /** Offset of the next character, in UTF-16 units. */
  at = 0
  /** Names in scope, innermost last. */
  readonly scopes: NameBook[]
  /** Names that may follow a dot, first those of this text, then those from outside. */
  readonly members: readonly NameBook[]
  /** Names of types beyond the built-in ones. */
  readonly types: NameBook
  /** How many filters are around this place: in one, names of entries are names. */
  filters = 0
  /** Set by the expression parser, so that the parsers of parts can call it. */
  readonly expression: (cursor: Cursor) => Node
  private depth = 0
  private readonly failed = new Set<number>()

  constructor(
    text: string,
    known: { readonly scopes: NameBook[]; readonly members: readonly NameBook[]; readonly types: NameBook },
    expression: (cursor: Cursor) => Node,
  ) {
    this.text = text
    this.scopes = known.scopes
    this.members = known.members
    this.types = known.types
    this.expression = expression
  }

  fail(code: ProblemCode, message: string, start = this.at, end = Math.min(start + 1, this.text.length)): never {
    throw new SyntaxFault({ code, message, start, end: Math.max(start, end) })
  }

  unexpected(wanted: string): never {
    this.skip()
    if (this.at >= this.text.length) return this.fail('feel.unexpected-end', `Expected ${wanted}, but the text ends.`)
    const end = Math.max(wordEnd(this.text, this.at), this.at + 1)
    return this.fail(
      'feel.unexpected-text',
      `Expected ${wanted}, found "${this.text.slice(this.at, end)}".`,
      this.at,
      end,
    )
  }

  /** Runs a parser one level deeper, refusing expressions that are nested too deep. */
  nested<T>(parse: () => T): T {
    if (this.depth >= MAX_DEPTH) this.fail('feel.too-deep', 'The expression is nested too deep.')
    this.depth += 1
    try {
      return parse()
    } finally {
      this.depth -= 1
    }
  }

  /** Passes white space and comments. */
  skip(): void {
    const { text } = this
    for (;;) {
      const code = text.charCodeAt(this.at)
      if (isSpace(code)) this.at += 1
      else if (code === 47 && text.charCodeAt(this.at + 1) === 47) {
        const end = text.indexOf('\n', this.at)
        this.at = end < 0 ? text.length : end + 1
      } else if (code === 47 && text.charCodeAt(this.at + 1) === 42) {
        const end = text.indexOf('*/', this.at + 2)
        if (end < 0) this.fail('feel.unexpected-end', 'The comment has no end.')
        this.at = end + 2
      } else return
    }
  }

  /** True when the text goes on with these characters, after white space. */
  sees(symbol: string): boolean {
    this.skip()
    return this.text.startsWith(symbol, this.at)
  }

  /** Takes these characters when they come next. */
  take(symbol: string): boolean {
    if (!this.sees(symbol)) return false
    this.at += symbol.length
    return true
  }

  expect(symbol: string): void {
    if (!this.take(symbol)) this.unexpected(`"${symbol}"`)
  }

  /** The word that comes next, empty when there is none. */
  word(): string {
    this.skip()
    return this.text.slice(this.at, wordEnd(this.text, this.at))
  }

  seesWord(word: string): boolean {
    this.skip()
    if (!this.text.startsWith(word, this.at)) return false
    const code = this.text.codePointAt(this.at + word.length)
    return code === undefined || !isNamePart(code)
  }

  takeWord(word: string): boolean {
    if (!this.seesWord(word)) return false
    this.at += word.length
    return true
  }

  expectWord(word: string): void {
    if (!this.takeWord(word)) this.unexpected(`"${word}"`)
  }

  /**
   * Tries a parser; on a syntax fault goes back to where it began and gives null. What failed at a place is not tried there
   * again: otherwise attempts inside attempts would double the work with every level.
   */
  attempt<T>(parse: () => T): T | null {
    const { at, depth, filters } = this
    if (this.failed.has(at)) return null
    const scopes = this.scopes.length
    try {
      return parse()
    } catch (fault) {
      if (!(fault instanceof SyntaxFault)) throw fault
      this.failed.add(at)
      this.at = at
      this.depth = depth
      this.filters = filters
      this.scopes.length = scopes
      return null
    }
  }

  /** True when a word comes next that can only go on with the name before it. */
  seesRestOfName(): boolean {
    const word = this.word()
    return word !== '' && !FOLLOWERS.has(word)
  }

  /** The longest name in scope that stands here; names of built-in functions are the outermost. */
  knownName(): KnownName | null {
    return longest(this.scopes, this.text, this.at)
  }

  /** The longest name of an entry that stands here. */
  knownMember(): KnownName | null {
    return longest(this.members, this.text, this.at)
  }
}

/** A name that is known at a place, where it ends, and in which of the books it stands. */
export interface KnownName {
  readonly name: string
  readonly end: number
  readonly book: number
}

function longest(books: readonly NameBook[], text: string, at: number): KnownName | null {
  let best: KnownName | null = null
  for (let i = books.length - 1; i >= 0; i--) {
    const found = books[i]?.match(text, at) ?? null
    if (found !== null && (best === null || found.end > best.end)) best = { ...found, book: i }
  }
  return best
}
