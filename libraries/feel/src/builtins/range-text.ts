import { readAt } from '../semantics/at-literal.ts'
import { parseNumeral } from '../values/decimal.ts'
import { FeelRange } from '../values/range.ts'
import type { FeelValue } from '../values/value.ts'

const RANGE = /^\s*([[(\]])\s*(.*?)\s*\.\.\s*(.*?)\s*([\])[])\s*$/s
const UNARY = /^\s*[([]\s*(<=|>=|<|>|=)\s*(.*?)\s*[\])]\s*$/s
const CALL = /^(?:date|time|date\s+and\s+time|duration)\s*\(\s*"([^"\\]*)"\s*\)$/

/** Reads a range whose ends are literals, as `range()` does; undefined when the text is not one. */
export function readRange(text: string): FeelRange | undefined {
  const match = RANGE.exec(text)
  if (match === null) return readUnary(text)
  const start = endpoint(match[2] ?? '')
  const end = endpoint(match[3] ?? '')
  if (start === undefined || end === undefined) return undefined
  return new FeelRange(start, end, match[1] === '[', match[4] === ']')
}

function readUnary(text: string): FeelRange | undefined {
  const match = UNARY.exec(text)
  const value = match === null ? undefined : endpoint(match[2] ?? '')
  if (value === undefined) return undefined
  switch (match?.[1]) {
    case '<':
    case '<=':
      return new FeelRange(undefined, value, false, match[1] === '<=')
    case '>':
    case '>=':
      return new FeelRange(value, undefined, match[1] === '>=', false)
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
