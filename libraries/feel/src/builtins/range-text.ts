import { readAt } from '../semantics/at-literal.ts'
import { parseNumeral } from '../values/decimal.ts'
import { FeelRange } from '../values/range.ts'
import type { FeelValue } from '../values/value.ts'

const OPERATOR = /^(?:<=|>=|<|>|=)/
const CALL = /^(?:date|time|date\s+and\s+time|duration)\s*\(\s*"([^"\\]*)"\s*\)$/

/** Reads a range whose ends are literals, as `range()` does; undefined when the text is not one. */
export function readRange(text: string): FeelRange | undefined {
  const whole = text.trim()
  const opening = whole[0] ?? ''
  const closing = whole.at(-1) ?? ''
  if (whole.length < 2 || !'[(]'.includes(opening) || !')]['.includes(closing)) return undefined
  const inner = whole.slice(1, -1)
  const dots = inner.indexOf('..')
  if (dots < 0) return readUnary(inner.trim(), opening !== ']' && closing !== '[')
  const start = endpoint(inner.slice(0, dots).trim())
  const end = endpoint(inner.slice(dots + 2).trim())
  if (start === undefined || end === undefined) return undefined
  return new FeelRange(start, end, opening === '[', closing === ']')
}

function readUnary(text: string, enclosed: boolean): FeelRange | undefined {
  const operator = OPERATOR.exec(text)?.[0]
  const value = operator === undefined || !enclosed ? undefined : endpoint(text.slice(operator.length).trim())
  if (value === undefined) return undefined
  switch (operator) {
    case '<':
    case '<=':
      return new FeelRange(undefined, value, false, operator === '<=')
    case '>':
    case '>=':
      return new FeelRange(value, undefined, operator === '>=', false)
    default:
      return new FeelRange(value, value, true, true, '=')
  }
}

function endpoint(text: string): FeelValue | undefined {
  if (/^"(?:[^"\\]|\\.)*"$/.test(text)) return text.slice(1, -1).replace(/\\(.)/g, '$1')
  const at = /^@"([^"\\]*)"$/.exec(text) ?? CALL.exec(text)
  if (at !== null) return readAt(at[1] as string) ?? undefined
  if (/^-?(\d+(\.\d+)?|\.\d+)$/.test(text)) return parseNumeral(text) ?? undefined
  return undefined
}
