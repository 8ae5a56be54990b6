import { type Cursor, KEYWORDS, type KnownName, MAX_CHAIN } from './cursor.ts'
import { parseNumber, parseString } from './literal-parser.ts'
import { argumentName, declaredName, looseName } from './name-parser.ts'
import { NameBook } from './names.ts'
import type {
  ArithmeticOperator,
  ComparisonOperator,
  ContextEntryNode,
  IterationNode,
  Node,
  ParameterNode,
  TypeNode,
} from './tree.ts'
import { parseType } from './type-parser.ts'

/** The book of scopes that holds the names of the built-in functions. */
const BUILTINS = 0

/** Reads one expression (DMN 1.5 §10.3.1.2, grammar rule 1) and stops where it ends. */
export function parseExpression(cursor: Cursor): Node {
  return cursor.nested(() => disjunction(cursor))
}

function chain(cursor: Cursor, kind: 'and' | 'or', operand: (cursor: Cursor) => Node): Node {
  const first = operand(cursor)
  if (!cursor.seesWord(kind)) return first
  const operands = [first]
  while (cursor.takeWord(kind)) operands.push(operand(cursor))
  return { kind, operands, start: first.start, end: cursor.at }
}

function disjunction(cursor: Cursor): Node {
  return chain(cursor, 'or', conjunction)
}

function conjunction(cursor: Cursor): Node {
  return chain(cursor, 'and', comparison)
}

const COMPARISONS: readonly ComparisonOperator[] = ['<=', '>=', '!=', '<', '>', '=']

/** Takes a comparison operator when one comes next. */
export function takeComparison(cursor: Cursor): ComparisonOperator | null {
  cursor.skip()
  for (const operator of COMPARISONS) {
    if (cursor.text.startsWith(operator, cursor.at)) {
      cursor.at += operator.length
      return operator
    }
  }
  return null
}

function comparison(cursor: Cursor): Node {
  let left = additive(cursor)
  for (let length = 0; ; length++) {
    if (length > MAX_CHAIN) cursor.fail('feel.too-deep', 'The chain of comparisons is too long.')
    const { start } = left
    const operator = takeComparison(cursor)
    if (operator !== null) {
      const right = additive(cursor)
      left = { kind: 'comparison', operator, left, right, start, end: cursor.at }
    } else if (cursor.takeWord('between')) {
      const low = additive(cursor)
      cursor.expectWord('and')
      const high = additive(cursor)
      left = { kind: 'between', value: left, low, high, start, end: cursor.at }
    } else if (cursor.takeWord('in')) {
      left = { kind: 'in', value: left, tests: inTests(cursor), start, end: cursor.at }
    } else return left
  }
}

function inTests(cursor: Cursor): readonly Node[] {
  if (cursor.sees('(')) {
    const tests = cursor.attempt(() => {
      cursor.expect('(')
      const found = [positiveTest(cursor)]
      while (cursor.take(',')) found.push(positiveTest(cursor))
      cursor.expect(')')
      // `(a) + 1` is an expression after all.
      cursor.skip()
      if ('+-*/[.'.includes(cursor.text[cursor.at] ?? ' ')) cursor.unexpected('the end of the tests')
      return found
    })
    if (tests !== null) return tests
  }
  const start = cursor.at
  const operator = takeComparison(cursor)
  if (operator === null) return [additive(cursor)]
  const operand = additive(cursor)
  return [{ kind: 'test', operator, operand, start, end: cursor.at }]
}

/** Reads a positive unary test (grammar rule 7): a comparison without its left side, or an expression. */
export function positiveTest(cursor: Cursor): Node {
  cursor.skip()
  const start = cursor.at
  const operator = takeComparison(cursor)
  if (operator === null) return cursor.expression(cursor)
  const operand = cursor.nested(() => additive(cursor))
  return { kind: 'test', operator, operand, start, end: cursor.at }
}

function takeArithmetic(cursor: Cursor, operators: readonly ArithmeticOperator[]): ArithmeticOperator | null {
  cursor.skip()
  for (const operator of operators) {
    if (cursor.text.startsWith(operator, cursor.at)) {
      if (operator === '*' && cursor.text[cursor.at + 1] === '*') continue
      cursor.at += operator.length
      return operator
    }
  }
  return null
}

function leftChain(cursor: Cursor, operators: readonly ArithmeticOperator[], operand: (cursor: Cursor) => Node): Node {
  let left = operand(cursor)
  for (let length = 0; ; length++) {
    if (length > MAX_CHAIN) cursor.fail('feel.too-deep', 'The chain of operators is too long.')
    const operator = takeArithmetic(cursor, operators)
    if (operator === null) return left
    const right = operand(cursor)
    left = { kind: 'arithmetic', operator, left, right, start: left.start, end: cursor.at }
  }
}

function additive(cursor: Cursor): Node {
  return leftChain(cursor, ['+', '-'], multiplicative)
}

function multiplicative(cursor: Cursor): Node {
  return leftChain(cursor, ['*', '/'], exponentiation)
}

function exponentiation(cursor: Cursor): Node {
  return leftChain(cursor, ['**'], negation)
}

function negation(cursor: Cursor): Node {
  cursor.skip()
  const start = cursor.at
  if (!cursor.take('-')) return instance(cursor)
  const operand = cursor.nested(() => negation(cursor))
  return { kind: 'negate', operand, start, end: cursor.at }
}

function instance(cursor: Cursor): Node {
  let value = postfix(cursor)
  while (cursor.seesWord('instance')) {
    cursor.expectWord('instance')
    cursor.expectWord('of')
    value = { kind: 'instance of', value, type: parseType(cursor), start: value.start, end: cursor.at }
  }
  return value
}

function postfix(cursor: Cursor): Node {
  let node = primary(cursor)
  for (let length = 0; ; length++) {
    if (length > MAX_CHAIN) cursor.fail('feel.too-deep', 'The path is too long.')
    const { start } = node
    cursor.skip()
    const mark = cursor.text[cursor.at]
    if (mark === '.' && cursor.text[cursor.at + 1] !== '.') {
      cursor.at += 1
      node = { kind: 'path', object: node, name: memberName(cursor), start, end: cursor.at }
    } else if (mark === '[' && !closesRange(cursor)) {
      cursor.at += 1
      cursor.scopes.push(new NameBook(['item']))
      cursor.filters += 1
      const condition = cursor.expression(cursor)
      cursor.filters -= 1
      cursor.scopes.pop()
      cursor.expect(']')
      node = { kind: 'filter', list: node, condition, start, end: cursor.at }
    } else if (mark === '(') {
      node = call(cursor, node)
    } else return node
  }
}

/** `]1..5[` is closed by a bracket that looks like the beginning of a filter: what follows it tells. */
function closesRange(cursor: Cursor): boolean {
  const before = cursor.at
  cursor.at += 1
  cursor.skip()
  const mark = cursor.text[cursor.at]
  const closes = mark === undefined || ')],}=!'.includes(mark) || startsPath(cursor) || closingWord(cursor)
  cursor.at = before
  return closes
}

/** `.end`, but not `.5`. */
function startsPath(cursor: Cursor): boolean {
  return cursor.text[cursor.at] === '.' && /[^\s\d.]/.test(cursor.text[cursor.at + 1] ?? '.')
}

function closingWord(cursor: Cursor): boolean {
  // An entry whose name begins with such a word: `list[in-out > 2]`.
  if ((cursor.knownMember()?.end ?? 0) > cursor.at + cursor.word().length) return false
  return ['and', 'or', 'then', 'else', 'return', 'satisfies', 'instance', 'in', 'between'].some(word =>
    cursor.seesWord(word),
  )
}

function memberName(cursor: Cursor): string {
  cursor.skip()
  const start = cursor.at
  const known = cursor.knownMember()
  if (known === null) return looseName(cursor)
  cursor.at = known.end
  // A declared name must not cut off the rest of an undeclared longer one.
  if (!cursor.seesRestOfName()) {
    cursor.at = known.end
    return known.name
  }
  cursor.at = start
  return looseName(cursor)
}

function call(cursor: Cursor, callee: Node): Node {
  cursor.expect('(')
  const { start } = callee
  if (cursor.take(')')) return { kind: 'call', callee, args: [], start, end: cursor.at }
  const named = argumentName(cursor)
  if (named !== null) {
    const args: ContextEntryNode[] = []
    do {
      const argument = argumentName(cursor)
      if (argument === null) return cursor.unexpected('the name of an argument')
      cursor.at = argument.end
      args.push({ name: argument.name, value: cursor.expression(cursor) })
    } while (cursor.take(','))
    cursor.expect(')')
    return { kind: 'call named', callee, args, start, end: cursor.at }
  }
  const args: Node[] = []
  do args.push(cursor.expression(cursor))
  while (cursor.take(','))
  cursor.expect(')')
  return { kind: 'call', callee, args, start, end: cursor.at }
}

function primary(cursor: Cursor): Node {
  cursor.skip()
  const start = cursor.at
  const mark = cursor.text[start]
  switch (mark) {
    case undefined:
      return cursor.unexpected('an expression')
    case '"':
      return { kind: 'string', value: parseString(cursor), start, end: cursor.at }
    case '@': {
      cursor.at += 1
      if (!cursor.sees('"')) return cursor.unexpected('text in quotes after "@"')
      return { kind: 'at', text: parseString(cursor), start, end: cursor.at }
    }
    case '(':
      return parenthesis(cursor)
    case '[':
      return bracket(cursor)
    case ']': {
      cursor.at += 1
      return range(cursor, cursor.expression(cursor), false, start)
    }
    case '{':
      return context(cursor)
  }
  if ((mark >= '0' && mark <= '9') || mark === '.') return parseNumber(cursor)
  return named(cursor)
}

function parenthesis(cursor: Cursor): Node {
  const start = cursor.at
  cursor.expect('(')
  const test = openRange(cursor, start, ')')
  if (test !== null) return test
  const inner = cursor.expression(cursor)
  if (cursor.sees('..')) return range(cursor, inner, false, start)
  cursor.expect(')')
  return { ...inner, start, end: cursor.at }
}

/** `(< 10)`, `(= 5)`: a range with one end or of one point (DMN 1.5 §10.3.2.7, grammar rule 7a). */
function openRange(cursor: Cursor, start: number, close: ')' | ']'): Node | null {
  const operator = takeComparison(cursor)
  if (operator === null) return null
  const operand = cursor.expression(cursor)
  cursor.expect(close)
  const place = { start, end: cursor.at }
  const upward = operator.startsWith('>')
  const point = operator === '=' || operator === '!='
  return {
    kind: 'range',
    low: upward || point ? operand : null,
    high: upward ? null : operand,
    lowIncluded: operator === '>=' || operator === '=',
    highIncluded: operator === '<=' || operator === '=',
    operator: point ? operator : null,
    ...place,
  }
}

function bracket(cursor: Cursor): Node {
  const start = cursor.at
  cursor.expect('[')
  if (cursor.take(']')) return { kind: 'list', items: [], start, end: cursor.at }
  const first = cursor.expression(cursor)
  if (cursor.sees('..')) return range(cursor, first, true, start)
  const items = [first]
  while (cursor.take(',')) items.push(cursor.expression(cursor))
  cursor.expect(']')
  return { kind: 'list', items, start, end: cursor.at }
}

function range(cursor: Cursor, low: Node, lowIncluded: boolean, start: number): Node {
  cursor.expect('..')
  const high = cursor.expression(cursor)
  cursor.skip()
  const mark = cursor.text[cursor.at]
  if (mark !== ')' && mark !== ']' && mark !== '[') return cursor.unexpected('the end of the range')
  cursor.at += 1
  return { kind: 'range', low, high, lowIncluded, highIncluded: mark === ']', operator: null, start, end: cursor.at }
}

function context(cursor: Cursor): Node {
  const start = cursor.at
  cursor.expect('{')
  const entries: ContextEntryNode[] = []
  const book = new NameBook()
  cursor.scopes.push(book)
  if (!cursor.sees('}')) {
    do {
      const name = cursor.sees('"') ? parseString(cursor) : declaredName(cursor, ':')
      cursor.expect(':')
      entries.push({ name, value: cursor.expression(cursor) })
      book.add(name)
      cursor.members[0]?.add(name)
    } while (cursor.take(','))
  }
  cursor.expect('}')
  cursor.scopes.pop()
  return { kind: 'context', entries, start, end: cursor.at }
}

function named(cursor: Cursor): Node {
  const start = cursor.at
  const word = cursor.word()
  if (word === '') return cursor.unexpected('an expression')
  const known = nameHere(cursor)
  if (known !== null && (known.end > start + word.length || !KEYWORDS.has(word))) {
    cursor.at = known.end
    return { kind: 'name', name: known.name, start, end: cursor.at }
  }
  switch (word) {
    case 'true':
    case 'false':
      cursor.at += word.length
      return { kind: 'boolean', value: word === 'true', start, end: cursor.at }
    case 'null':
      cursor.at += word.length
      return { kind: 'null', start, end: cursor.at }
    case 'if':
      return condition(cursor)
    case 'for':
    case 'some':
    case 'every':
      return iteration(cursor, word)
    case 'function':
      return functionDefinition(cursor)
  }
  if (KEYWORDS.has(word)) return cursor.unexpected('an expression')
  return { kind: 'name', name: looseName(cursor), start, end: cursor.at }
}

/**
 * The longest name that is known here; null when none is, or when the name of a built-in function is only the beginning of
 * one that nobody declared: `number of children`. In a filter the entries of the items are names like any other.
 */
function nameHere(cursor: Cursor): KnownName | null {
  const start = cursor.at
  const name = cursor.knownName()
  const member = cursor.knownMember()
  if (member !== null && member.end > (name?.end ?? cursor.at + cursor.word().length))
    if (name === null || name.book === BUILTINS || cursor.filters > 0) return member
  if (name?.book !== BUILTINS) return name
  cursor.at = name.end
  const goesOn = cursor.seesRestOfName()
  cursor.at = start
  return goesOn ? null : name
}

function condition(cursor: Cursor): Node {
  const branches: { condition: Node; yes: Node; start: number }[] = []
  do {
    const { at: start } = cursor
    cursor.expectWord('if')
    const test = cursor.expression(cursor)
    cursor.expectWord('then')
    const yes = cursor.expression(cursor)
    cursor.expectWord('else')
    branches.push({ condition: test, yes, start })
    if (branches.length > MAX_CHAIN) cursor.fail('feel.too-deep', 'The chain of conditions is too long.')
  } while (cursor.seesWord('if'))
  let node = cursor.expression(cursor)
  for (const branch of branches.reverse())
    node = { kind: 'if', condition: branch.condition, yes: branch.yes, no: node, start: branch.start, end: cursor.at }
  return node
}

function iteration(cursor: Cursor, kind: 'for' | 'some' | 'every'): Node {
  const start = cursor.at
  cursor.expectWord(kind)
  const depth = cursor.scopes.length
  const iterations: IterationNode[] = []
  do {
    const name = declaredName(cursor, '', 'in')
    cursor.expectWord('in')
    const from = cursor.expression(cursor)
    const to = cursor.take('..') ? cursor.expression(cursor) : null
    iterations.push({ name, from, to })
    cursor.scopes.push(new NameBook([name]))
  } while (cursor.take(','))
  if (kind === 'for') cursor.scopes.push(new NameBook(['partial']))
  cursor.expectWord(kind === 'for' ? 'return' : 'satisfies')
  const body = cursor.expression(cursor)
  cursor.scopes.length = depth
  return { kind, iterations, body, start, end: cursor.at }
}

function functionDefinition(cursor: Cursor): Node {
  const start = cursor.at
  cursor.expectWord('function')
  cursor.expect('(')
  const parameters: ParameterNode[] = []
  if (!cursor.take(')')) {
    do {
      const name = declaredName(cursor, ':,)')
      const type: TypeNode | null = cursor.take(':') ? parseType(cursor) : null
      parameters.push({ name, type })
    } while (cursor.take(','))
    cursor.expect(')')
  }
  const external = cursor.takeWord('external')
  cursor.scopes.push(new NameBook(parameters.map(parameter => parameter.name)))
  const body = cursor.expression(cursor)
  cursor.scopes.pop()
  return { kind: 'function', parameters, body, external, start, end: cursor.at }
}
