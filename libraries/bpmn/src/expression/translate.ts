import type { Feel, Value } from '../model/process.ts'

/*
 * The translated subset of the unified expression language (`${…}` and `#{…}`) that Camunda 7 models use:
 * literals, names, properties, indexes, arithmetic, comparison, logic, `empty` and `? :`.
 * Method calls, functions, lambdas and the engine's own objects are not in it.
 */

/** Objects of the other engine that have no meaning here. */
const foreignNames = new Set(['execution', 'task', 'caseExecution', 'connector', 'authenticatedUserId', 'S', 'XML'])

const wordOperators: Readonly<Record<string, string>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  gt: '>',
  le: '<=',
  ge: '>=',
  and: '&&',
  or: '||',
  div: '/',
  mod: '%',
  not: '!',
}

interface Lexeme {
  readonly kind: 'name' | 'number' | 'string' | 'sign' | 'end'
  readonly text: string
}

class Untranslatable extends Error {}

const pattern =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([\p{L}_$][\p{L}\p{N}_$]*)|(==|!=|<=|>=|&&|\|\||[-+*/%<>!?:().[\]]))/uy

function lex(text: string): Lexeme[] {
  const found: Lexeme[] = []
  let at = 0
  const trimmed = text.trimEnd()
  while (at < trimmed.length) {
    pattern.lastIndex = at
    const match = pattern.exec(trimmed)
    if (!match) throw new Untranslatable(trimmed.slice(at, at + 20))
    at = pattern.lastIndex
    const [, number, string, name, sign] = match
    if (number !== undefined) found.push({ kind: 'number', text: number })
    else if (string !== undefined)
      found.push({ kind: 'string', text: string.slice(1, -1).replaceAll(/\\(.)/g, (_, c: string) => c) })
    else if (name !== undefined) {
      const operator = wordOperators[name]
      found.push(operator ? { kind: 'sign', text: operator } : { kind: 'name', text: name })
    } else if (sign !== undefined) found.push({ kind: 'sign', text: sign })
  }
  found.push({ kind: 'end', text: '' })
  return found
}

const comparisons: Readonly<Record<string, string>> = {
  '==': '=',
  '!=': '!=',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
}

const isText = (feel: Feel) => feel.startsWith('"')
const isNumber = (feel: Feel) => /^-?\d+(?:\.\d+)?$/.test(feel)
const isTruth = (feel: Feel) => feel === 'true' || feel === 'false'

/** The same literal as the other type that the unified expression language would make of it; undefined when there is none. */
function otherForm(literal: Feel): Feel | undefined {
  if (isNumber(literal) || isTruth(literal)) return JSON.stringify(literal)
  if (!isText(literal)) return undefined
  const inside = JSON.parse(literal) as string
  return isNumber(inside) || isTruth(inside) ? inside : undefined
}

/**
 * A comparison. The unified expression language makes both sides one type before it compares them, so a literal also
 * equals its other form; where the order depends on that type, which only the data know, there is no translation.
 */
function compared(left: Feel, operator: string, right: Feel): Feel {
  const plain = `(${left} ${operator} ${right})`
  const [literal, value] = otherForm(left) === undefined ? [right, left] : [left, right]
  const other = otherForm(literal)
  if (other === undefined) return plain
  if (otherForm(value) !== undefined) {
    // Two literals: both are known, the number or truth decides.
    const [one, two] = [left, right].map(side =>
      isText(side) && !(isText(left) && isText(right)) ? otherForm(side) : side,
    )
    return `(${one} ${operator} ${two})`
  }
  const [text, typed] = isText(literal) ? [literal, other] : [other, literal]
  const equal = `(if ${value} instance of string then ${value} = ${text} else ${value} = ${typed})`
  if (operator === '=') return equal
  if (operator === '!=') return `not(${equal})`
  if (isText(literal)) throw new Untranslatable(literal)
  return plain
}

function translateWhole(text: string): Feel {
  const lexemes = lex(text)
  let at = 0
  const peek = () => lexemes[at] ?? { kind: 'end' as const, text: '' }
  const take = () => {
    const lexeme = peek()
    at++
    return lexeme
  }
  const eat = (sign: string) => {
    if (peek().kind !== 'sign' || peek().text !== sign) return false
    at++
    return true
  }
  const expect = (sign: string) => {
    if (!eat(sign)) throw new Untranslatable(peek().text || 'end')
  }

  const leftToRight = (operators: Readonly<Record<string, string>>, next: () => string) => {
    let left = next()
    for (;;) {
      const sign = peek()
      const feel = sign.kind === 'sign' ? operators[sign.text] : undefined
      if (feel === undefined) return left
      at++
      left = `(${left} ${feel} ${next()})`
    }
  }

  const choice = (): string => {
    const condition = either()
    if (!eat('?')) return condition
    const yes = choice()
    expect(':')
    return `(if ${condition} then ${yes} else ${choice()})`
  }
  const either = () => leftToRight({ '||': 'or' }, both)
  const both = () => leftToRight({ '&&': 'and' }, compare)
  const compare = () => {
    let left = sum()
    for (;;) {
      const sign = peek()
      const feel = sign.kind === 'sign' ? comparisons[sign.text] : undefined
      if (feel === undefined) return left
      at++
      left = compared(left, feel, sum())
    }
  }
  const sum = (): string => {
    let left = product()
    for (;;) {
      const sign = peek()
      if (sign.kind !== 'sign' || (sign.text !== '+' && sign.text !== '-')) return left
      at++
      const right = product()
      // There `+` adds numbers, also those written as text; here it joins text.
      if (isText(left) || isText(right)) throw new Untranslatable(sign.text)
      left = `(${left} ${sign.text} ${right})`
    }
  }
  const product = (): string => {
    let left = unary()
    for (;;) {
      if (eat('*')) left = `(${left} * ${unary()})`
      else if (eat('/')) left = `(${left} / ${unary()})`
      else if (eat('%')) left = `modulo(${left}, ${unary()})`
      else return left
    }
  }
  const unary = (): string => {
    // There null is false, and so its negation true.
    if (eat('!')) return `not((${unary()}) = true)`
    if (eat('-')) return `-${unary()}`
    if (peek().kind === 'name' && peek().text === 'empty') {
      at++
      const operand = unary()
      return `(${operand} = null or ${operand} = "" or ${operand} = [])`
    }
    return postfix()
  }
  const postfix = (): string => {
    let value = primary()
    for (;;) {
      if (eat('.')) {
        const name = take()
        if (name.kind !== 'name' || peek().text === '(') throw new Untranslatable(name.text)
        value = `${value}.${name.text}`
      } else if (eat('[')) {
        const index = peek()
        const inside = choice()
        expect(']')
        value = index.kind === 'string' ? `get value(${value}, ${inside})` : `${value}[${inside} + 1]`
      } else if (peek().kind === 'sign' && peek().text === '(') throw new Untranslatable('(')
      else return value
    }
  }
  const primary = (): string => {
    const lexeme = take()
    if (lexeme.kind === 'number') return lexeme.text
    if (lexeme.kind === 'string') return JSON.stringify(lexeme.text)
    if (lexeme.kind === 'name') {
      if (foreignNames.has(lexeme.text)) throw new Untranslatable(lexeme.text)
      // Camunda counts instances from 0, BPMN (table 10.30) from 1.
      return lexeme.text === 'loopCounter' ? '(loopCounter - 1)' : lexeme.text
    }
    if (lexeme.text === '(') {
      const inside = choice()
      expect(')')
      return `(${inside})`
    }
    throw new Untranslatable(lexeme.text || 'end')
  }

  const feel = choice()
  if (peek().kind !== 'end') throw new Untranslatable(peek().text)
  return feel
}

/** Whether text contains an expression of the unified expression language. */
export function hasForeignExpression(text: string): boolean {
  return /[$#]\{/.test(text)
}

/**
 * Translates text with `${…}` parts to FEEL; one lone part keeps its type, a mixture becomes a string.
 * Returns undefined when a part is outside of the translated subset.
 */
export function translateForeignExpression(text: string): Value | undefined {
  const parts = text.trim().split(/[$#]\{([^{}]*)\}/)
  try {
    const pieces: string[] = []
    for (const [index, part] of parts.entries()) {
      if (index % 2 === 1)
        pieces.push(
          parts.length === 3 && !parts[0] && !parts[2] ? translateWhole(part) : `string(${translateWhole(part)})`,
        )
      else if (hasForeignExpression(part)) return undefined
      else if (part) pieces.push(JSON.stringify(part))
    }
    return { feel: pieces.join(' + ') }
  } catch (error) {
    if (error instanceof Untranslatable) return undefined
    throw error
  }
}
