import type { Value, Values } from './model.ts'

// The part of Java's expression language inside ${…} that the supplied models use: literals, names, properties,
// indexes, arithmetic, comparisons, logic, `empty` and `? :`.

const lexeme =
  /\s*(?:(\d+(?:\.\d+)?)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([A-Za-z_]\w*)|(&&|\|\||[=!<>]=|[-+*/%<>!?:.()[\]]))/y

interface Lexeme {
  readonly kind: 'value' | 'name' | 'sign'
  readonly text: string
  readonly value: Value
}

function lexemesOf(text: string): Lexeme[] {
  const found: Lexeme[] = []
  lexeme.lastIndex = 0
  while (lexeme.lastIndex < text.trimEnd().length) {
    const match = lexeme.exec(text)
    if (!match) throw new Error(`not understood: ${text}`)
    const [, number, single, double, name, sign] = match
    const quoted = single ?? double
    if (number !== undefined) found.push({ kind: 'value', text: number, value: Number(number) })
    else if (quoted !== undefined) found.push({ kind: 'value', text: quoted, value: quoted })
    else if (name !== undefined) found.push({ kind: 'name', text: name, value: null })
    else found.push({ kind: 'sign', text: sign ?? '', value: null })
  }
  return found
}

const levels: readonly (readonly string[])[] = [
  ['||', 'or'],
  ['&&', 'and'],
  ['==', '!=', 'eq', 'ne'],
  ['<', '>', '<=', '>=', 'lt', 'gt', 'le', 'ge'],
  ['+', '-'],
  ['*', '/', '%', 'div', 'mod'],
]

const comparable = (value: Value): number | string => (typeof value === 'string' ? value : Number(value ?? 0))

function apply(sign: string, left: Value, right: Value): Value {
  switch (sign) {
    case '||':
    case 'or':
      return left === true || right === true
    case '&&':
    case 'and':
      return left === true && right === true
    case '==':
    case 'eq':
      return JSON.stringify(left) === JSON.stringify(right)
    case '!=':
    case 'ne':
      return JSON.stringify(left) !== JSON.stringify(right)
    case '<':
    case 'lt':
      return comparable(left) < comparable(right)
    case '>':
    case 'gt':
      return comparable(left) > comparable(right)
    case '<=':
    case 'le':
      return comparable(left) <= comparable(right)
    case '>=':
    case 'ge':
      return comparable(left) >= comparable(right)
    case '+':
      return Number(left) + Number(right)
    case '-':
      return Number(left) - Number(right)
    case '*':
      return Number(left) * Number(right)
    case '/':
    case 'div':
      return Number(left) / Number(right)
    default:
      return Number(left) % Number(right)
  }
}

function member(value: Value, key: Value): Value {
  if (value === null || typeof value !== 'object' || key === null) return null
  return (value as { readonly [key: string]: Value })[String(key)] ?? null
}

const isEmpty = (value: Value): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)

/** The value of what stands inside `${…}`; throws when it is not understood. */
export function evaluateUnified(text: string, variables: Values): Value {
  const lexemes = lexemesOf(text)
  let at = 0
  const isNext = (...texts: readonly string[]) => {
    const next = lexemes[at]
    return next !== undefined && next.kind !== 'value' && texts.includes(next.text)
  }
  const expect = (sign: string) => {
    if (!isNext(sign)) throw new Error(`${sign} expected: ${text}`)
    at++
  }

  const whole = (): Value => {
    const condition = binary(0)
    if (!isNext('?')) return condition
    at++
    const yes = whole()
    expect(':')
    const no = whole()
    return condition === true ? yes : no
  }
  const binary = (level: number): Value => {
    const signs = levels[level]
    if (!signs) return unary()
    let left = binary(level + 1)
    while (isNext(...signs)) {
      const sign = lexemes[at++]?.text ?? ''
      left = apply(sign, left, binary(level + 1))
    }
    return left
  }
  const unary = (): Value => {
    if (isNext('!', 'not')) {
      at++
      return unary() !== true
    }
    if (isNext('-')) {
      at++
      return -Number(unary())
    }
    if (isNext('empty')) {
      at++
      return isEmpty(unary())
    }
    return path()
  }
  const path = (): Value => {
    let value = primary()
    while (isNext('.', '[')) {
      const sign = lexemes[at++]?.text
      if (sign === '.') value = member(value, lexemes[at++]?.text ?? '')
      else {
        value = member(value, whole())
        expect(']')
      }
    }
    return value
  }
  const primary = (): Value => {
    const next = lexemes[at++]
    if (next?.kind === 'value') return next.value
    if (next?.kind === 'name') {
      if (next.text === 'true') return true
      if (next.text === 'false') return false
      return next.text === 'null' ? null : (variables[next.text] ?? null)
    }
    if (next?.text !== '(') throw new Error(`not understood: ${text}`)
    const value = whole()
    expect(')')
    return value
  }

  const value = whole()
  if (at < lexemes.length) throw new Error(`not understood: ${text}`)
  return value
}
