import { FeelRange, type FeelValue, parseDate, parseNumeral } from '@tereze/feel'
import type { Cell, Test } from './cell.ts'

const LITERAL = String.raw`(?:-?\d+(?:\.\d+)?|"[^"\\]*"|(?:date\(|@)"-?\d{4,9}-\d\d-\d\d"\)?)`
const COMPARISON = new RegExp(`^(<=|>=|<|>|=)?\\s*(${LITERAL})$`)
const RANGE = new RegExp(`^([\\[(\\]])\\s*(${LITERAL})\\s*\\.\\.\\s*(${LITERAL})\\s*([\\])\\[])$`)
const LIST = new RegExp(`^(not\\()?\\s*${LITERAL}(?:\\s*,\\s*${LITERAL})+\\s*(\\))?$`)
const LITERALS = new RegExp(LITERAL, 'g')

/**
 * Understands the cells that most tables are made of (a literal, a comparison, a range, a list of literals) without parsing
 * FEEL; null for anything else. What it understands means the same as FEEL's own reading, which a test compares.
 */
export function quickCell(text: string): Cell | null {
  const comparison = COMPARISON.exec(text)
  if (comparison !== null) {
    const value = quickLiteral(comparison[2] as string)
    return value === undefined ? null : { tests: [compared(comparison[1] ?? '=', value)], negated: false }
  }
  const range = RANGE.exec(text)
  if (range !== null) {
    const start = quickLiteral(range[2] as string)
    const end = quickLiteral(range[3] as string)
    if (start === undefined || end === undefined) return null
    return {
      tests: [{ kind: 'range', range: new FeelRange(start, end, range[1] === '[', range[4] === ']') }],
      negated: false,
    }
  }
  const list = LIST.exec(text)
  if (list === null || (list[1] === undefined) !== (list[2] === undefined)) return null
  const values = (text.match(LITERALS) ?? []).map(quickLiteral)
  if (values.includes(undefined)) return null
  return {
    tests: values.map((value): Test => ({ kind: 'values', values: [value as FeelValue] })),
    negated: list[1] !== undefined,
  }
}

function compared(operator: string, value: FeelValue): Test {
  switch (operator) {
    case '<':
    case '<=':
      return { kind: 'range', range: new FeelRange(undefined, value, false, operator === '<=') }
    case '>':
    case '>=':
      return { kind: 'range', range: new FeelRange(value, undefined, operator === '>=', false) }
    default:
      return { kind: 'values', values: [value] }
  }
}

/** The value of a literal number, text or date; undefined for anything else. */
export function quickLiteral(text: string): FeelValue | undefined {
  if (text.startsWith('"')) return /^"[^"\\]*"$/.test(text) ? text.slice(1, -1) : undefined
  if (text.startsWith('d') || text.startsWith('@')) {
    const match = /^(?:date\(("[^"]*")\)|@("[^"]*"))$/.exec(text)
    const quoted = match?.[1] ?? match?.[2]
    return quoted === undefined ? undefined : (parseDate(quoted.slice(1, -1)) ?? undefined)
  }
  return /^-?\d+(?:\.\d+)?$/.test(text) ? (parseNumeral(text) ?? undefined) : undefined
}
