import { Cursor } from './cursor.ts'
import { parseExpression, positiveTest } from './expression-parser.ts'
import { NameBook } from './names.ts'
import { SyntaxFault, type SyntaxProblem } from './problem.ts'
import type { Node } from './tree.ts'

/** The longest text that is parsed, in UTF-16 units. */
export const MAX_TEXT = 1_000_000

/** Properties of values whose names have a space in them. */
const PROPERTIES = new NameBook(['time offset', 'start included', 'end included'])

/** A tree, or what is wrong with the text. */
export type Parsed =
  | { readonly ok: true; readonly tree: Node }
  | { readonly ok: false; readonly problem: SyntaxProblem }

/** The names that a text may use. */
export interface KnownNames {
  /** Variables in scope. */
  readonly names: NameBook
  /** Names of entries that may follow a dot or stand in a filter. */
  readonly members: readonly NameBook[]
  /** Names of types beyond the built-in ones. */
  readonly types: NameBook
  /** Names of built-in functions. */
  readonly builtins: NameBook
}

function run(text: string, known: KnownNames, parse: (cursor: Cursor) => Node): Parsed {
  if (text.length > MAX_TEXT)
    return {
      ok: false,
      problem: { code: 'feel.too-long', message: 'The text is too long.', start: 0, end: text.length },
    }
  const members = [new NameBook(), PROPERTIES, known.names, ...known.members]
  const scopes = [known.builtins, known.names]
  const cursor = new Cursor(text, { scopes, members, types: known.types }, parseExpression)
  try {
    const tree = parse(cursor)
    cursor.skip()
    if (cursor.at < text.length) cursor.unexpected('the end of the text')
    return { ok: true, tree }
  } catch (fault) {
    if (fault instanceof SyntaxFault) return { ok: false, problem: fault.problem }
    throw fault
  }
}

/** Parses an expression. */
export function parseFeel(text: string, known: KnownNames): Parsed {
  return run(text, known, parseExpression)
}

/** Parses unary tests (DMN 1.5 grammar rule 15): `-`, `not(…)`, or tests separated by commas. */
export function parseUnaryTests(text: string, known: KnownNames): Parsed {
  return run(text, known, unaryTests)
}

function testList(cursor: Cursor): Node[] {
  const tests = [positiveTest(cursor)]
  while (cursor.take(',')) tests.push(positiveTest(cursor))
  return tests
}

function unaryTests(cursor: Cursor): Node {
  cursor.skip()
  const start = cursor.at
  if (cursor.take('-')) {
    cursor.skip()
    if (cursor.at === cursor.text.length) return { kind: 'tests', tests: [], negated: false, start, end: cursor.at }
    cursor.at = start
  }
  if (cursor.seesWord('not')) {
    const negated = cursor.attempt((): Node => {
      cursor.expectWord('not')
      cursor.expect('(')
      const tests = testList(cursor)
      cursor.expect(')')
      cursor.skip()
      if (cursor.at < cursor.text.length) cursor.unexpected('the end of the tests')
      return { kind: 'tests', tests, negated: true, start, end: cursor.at }
    })
    if (negated !== null) return negated
  }
  return { kind: 'tests', tests: testList(cursor), negated: false, start, end: cursor.at }
}
