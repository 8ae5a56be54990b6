import {
  compileExpression,
  DaysTimeDuration,
  evaluateExpression,
  FeelDate,
  FeelDateTime,
  type FeelRange,
  FeelTime,
  type FeelValue,
  isNumber,
  newContext,
  numberText,
  references,
  textOf,
  YearsMonthsDuration,
} from '@tereze/feel'
import { type Cell, readCell, type Test } from '../tables/cell.ts'
import type { Phrases, Scale, Unit } from './phrases.ts'

/** What a test asks, in words that can stand after a subject. */
export interface Predicate {
  readonly text: string
  /** True when it begins with a value. */
  readonly named: boolean
  /** True when it offers a choice, which brackets must hold together beside an `and`. */
  readonly choice: boolean
}

/** Writes a value; a host may have its own words for some. */
export type Write = (value: FeelValue) => string

/** The words of a value. */
export function wordsOf(value: FeelValue, phrases: Phrases): string {
  if (value === null) return phrases.missing
  if (typeof value === 'boolean') return value ? phrases.yes : phrases.no
  if (typeof value === 'string') return `«${value}»`
  if (isNumber(value)) return numberText(value).replace('.', phrases.decimalPoint)
  if (value instanceof FeelDate) return phrases.date(value.year, value.month, value.day)
  if (value instanceof FeelTime) return String(value).replace(/Z$/, ' UTC')
  if (value instanceof FeelDateTime) {
    const { date, time } = value
    return phrases.dateTime(phrases.date(date.year, date.month, date.day), wordsOf(time, phrases))
  }
  if (value instanceof YearsMonthsDuration) return monthsText(value, phrases)
  if (value instanceof DaysTimeDuration) return daysText(value, phrases)
  return textOf(value)
}

function counted(parts: readonly (readonly [Unit, bigint])[], phrases: Phrases): string[] {
  return parts.filter(([, count]) => count > 0n).map(([unit, count]) => phrases.count(unit, count))
}

function spanText(parts: readonly string[], negative: boolean, phrases: Phrases): string {
  if (parts.length === 0) return phrases.nothing
  return negative ? phrases.minus(parts.join(' ')) : parts.join(' ')
}

function monthsText({ months }: YearsMonthsDuration, phrases: Phrases): string {
  const size = BigInt(Math.abs(months))
  const parts = counted(
    [
      ['year', size / 12n],
      ['month', size % 12n],
    ],
    phrases,
  )
  return spanText(parts, months < 0, phrases)
}

const SECOND = 1_000_000_000n

function daysText({ nanos }: DaysTimeDuration, phrases: Phrases): string {
  const size = nanos < 0n ? -nanos : nanos
  const seconds = size / SECOND
  const fraction = (size % SECOND).toString().padStart(9, '0').replace(/0+$/, '')
  const parts = counted(
    [
      ['day', seconds / 86_400n],
      ['hour', (seconds / 3600n) % 24n],
      ['minute', (seconds / 60n) % 60n],
      ['second', fraction === '' ? seconds % 60n : 0n],
    ],
    phrases,
  )
  if (fraction !== '') parts.push(phrases.seconds(`${seconds % 60n}${phrases.decimalPoint}${fraction}`))
  return spanText(parts, nanos < 0n, phrases)
}

function scaleOf(value: FeelValue): Scale {
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime) return 'moment'
  return value instanceof YearsMonthsDuration || value instanceof DaysTimeDuration ? 'span' : 'amount'
}

/** The words of a test as it stands in a table; null for one that asks nothing. */
export function predicateOf(text: string, phrases: Phrases, write: Write): Predicate | null {
  const cell = readCell(text)
  if (cell === 'all') return null
  if (cell === 'opaque') return { text: phrases.passes(text), named: false, choice: true }
  return cellPredicate(cell, phrases, write)
}

function cellPredicate(cell: Exclude<Cell, string>, phrases: Phrases, write: Write): Predicate {
  const values = cell.tests.flatMap(test => (test.kind === 'values' ? test.values.map(write) : []))
  const others = cell.tests.filter(test => test.kind !== 'values')
  const many = cell.negated ? phrases.noneOf : phrases.oneOf
  const parts: { readonly text: string; readonly whole: boolean }[] = []
  if (values.length === 1)
    parts.push({ text: cell.negated ? phrases.except(values[0] ?? '') : (values[0] ?? ''), whole: true })
  else if (values.length > 1) parts.push({ text: many(values.join(', ')), whole: false })
  for (const test of others) {
    const { text, whole } = testText(test, phrases, write)
    parts.push(cell.negated ? { text: phrases.not(text), whole: true } : { text, whole })
  }
  const named = values.length > 0
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return { text: only.text, named, choice: values.length > 1 }
  const text = parts
    .map(part => (part.whole ? part.text : `(${part.text})`))
    .join(cell.negated ? phrases.and : phrases.or)
  return { text, named, choice: true }
}

function testText(
  test: Exclude<Test, { kind: 'values' }>,
  phrases: Phrases,
  write: Write,
): { text: string; whole: boolean } {
  if (test.kind === 'not equal') return { text: phrases.except(write(test.value)), whole: true }
  const parts = rangeParts(test.range, phrases, write)
  return { text: parts.join(phrases.and), whole: parts.length === 1 }
}

function rangeParts(
  { start, end, startIncluded, endIncluded, operator }: FeelRange,
  phrases: Phrases,
  write: Write,
): string[] {
  if (operator === '=') return [write(start ?? null)]
  return [
    ...(start === undefined ? [] : [(startIncluded ? phrases.atLeast : phrases.more)(write(start), scaleOf(start))]),
    ...(end === undefined ? [] : [(endIncluded ? phrases.atMost : phrases.less)(write(end), scaleOf(end))]),
  ]
}

/** The value of FEEL text that is a constant; undefined when it is more. */
export function constantOf(text: string): FeelValue | undefined {
  const compiled = compileExpression(text)
  if (!compiled.ok || references(compiled.expression).length > 0 || /\b(now|today)\b/.test(text)) return undefined
  const { value, warnings } = evaluateExpression(compiled.expression, newContext())
  return warnings.length > 0 ? undefined : value
}
