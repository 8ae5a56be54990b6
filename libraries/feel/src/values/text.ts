import { numberText } from './decimal.ts'
import { FeelFunction } from './function.ts'
import { Allowance, costOfText, type Meter } from './meter.ts'
import { FeelRange } from './range.ts'
import { type FeelValue, isContext, isList, isNumber } from './value.ts'

/**
 * The text of a value as `string()` gives it (DMN 1.5 §10.3.4.1); text itself stays as it is.
 * @throws LimitFault when there is too much to write
 */
export function textOf(value: FeelValue, meter?: Meter): string {
  return typeof value === 'string' ? value : literalOf(value, meter)
}

/** A piece of text that stands between values. */
class Mark {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/**
 * The text of a value inside a list or context: text is quoted, so the whole reads as FEEL. Values may be nested however
 * deep; the meter bounds the work, without one an allowance of the steps of an evaluation does.
 * @throws LimitFault when there is too much to write
 */
export function literalOf(value: FeelValue, meter: Meter = new Allowance()): string {
  const pieces: string[] = []
  // What is still to be written, the next one last.
  const open: (FeelValue | Mark)[] = [value]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const text = next instanceof Mark ? next.text : shortText(next)
    if (text === null) {
      const parts = partsOf(next as FeelValue)
      meter.spend(parts.length)
      for (let i = parts.length - 1; i >= 0; i--) open.push(parts[i] as FeelValue | Mark)
    } else {
      meter.spend(1 + costOfText(text))
      pieces.push(text)
    }
  }
  return pieces.length === 1 ? (pieces[0] as string) : pieces.join('')
}

/** The text of a value that has no others inside of it; null when it has. */
function shortText(value: FeelValue): string | null {
  if (value === null) return 'null'
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'boolean') return String(value)
  if (isNumber(value)) return numberText(value)
  if (value instanceof FeelFunction) return functionText(value)
  return isList(value) || isContext(value) || value instanceof FeelRange ? null : String(value)
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`
}

function partsOf(value: FeelValue): (FeelValue | Mark)[] {
  if (isList(value))
    return between(
      '[',
      value.map(item => [item]),
      ']',
    )
  if (value instanceof FeelRange) return rangeParts(value)
  const entries = isContext(value)
    ? Object.keys(value).map(key => [new Mark(`${keyText(key)}: `), value[key] ?? null])
    : []
  return between('{', entries, '}')
}

const COMMA = new Mark(', ')

function between(open: string, groups: readonly (FeelValue | Mark)[][], close: string): (FeelValue | Mark)[] {
  const parts: (FeelValue | Mark)[] = [new Mark(open)]
  for (const [i, group] of groups.entries()) {
    if (i > 0) parts.push(COMMA)
    for (const part of group) parts.push(part)
  }
  parts.push(new Mark(close))
  return parts
}

function keyText(key: string): string {
  return /^[\p{L}_?][\p{L}\p{N}_ ]*$/u.test(key) ? key : quoted(key)
}

function functionText(value: FeelFunction): string {
  return `function(${(value.parameters ?? []).map(parameter => parameter.name).join(', ')})`
}

function rangeParts(range: FeelRange): (FeelValue | Mark)[] {
  const { start, end } = range
  if (range.operator !== null) return [new Mark(`${range.operator} `), start ?? null]
  if (start === undefined) return [new Mark(range.endIncluded ? '<= ' : '< '), end ?? null]
  if (end === undefined) return [new Mark(range.startIncluded ? '>= ' : '> '), start]
  return [
    new Mark(range.startIncluded ? '[' : '('),
    start,
    new Mark('..'),
    end,
    new Mark(range.endIncluded ? ']' : ')'),
  ]
}
