import { monthOf } from './months.ts'
import { CellFault } from './table.ts'

/** What kind of value a field takes. */
export type ValueKind = 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'instant' | 'choice' | 'json'

/** How a person or program wrote what can be read in two ways; null: only what is certain is taken. */
export interface Writing {
  /** The sign before the fraction of a number. */
  readonly decimal: 'comma' | 'point' | null
  /** Whether 03/04/2026 is in April or in March. */
  readonly dates: 'day-first' | 'month-first' | null
}

/** Why a cell's value is none of its field's kind. */
export type ValueFault =
  | 'value.no-number'
  | 'value.no-integer'
  | 'value.number-ambiguous'
  | 'value.no-yes-or-no'
  | 'value.no-date'
  | 'value.date-ambiguous'
  | 'value.no-instant'
  | 'value.not-listed'
  | 'value.no-list'

/** A value of the wanted kind, or why there is none. */
export type ReadValue = { readonly value: unknown } | { readonly fault: ValueFault | CellFault['code'] }

const trimmed = (text: string) => text.replaceAll(/[\u00A0\u202F\u2009]/g, ' ').trim()
const yes: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', 'да', 'иә', 'ия', 'истина', '+'])
const no: ReadonlySet<string> = new Set(['false', 'no', 'n', '0', 'нет', 'жоқ', 'ложь', '-'])

/** A number as written in English, Russian or Kazakh. */
export function readNumber(text: string, decimal: Writing['decimal']): ReadValue {
  const bare = trimmed(text)
    .replaceAll(/(?<=\d)[ '’](?=\d{3})/g, '')
    .replace(/^[−–]/, '-')
  if (/^[+-]?\d+([eE][+-]?\d{1,3})?$/.test(bare)) return finite(bare)
  const [point, comma] = [bare.lastIndexOf('.'), bare.lastIndexOf(',')]
  if (!/^[+-]?[\d.,]*\d$/.test(bare)) return { fault: 'value.no-number' }
  if (point >= 0 && comma >= 0) return grouped(bare, point > comma ? '.' : ',')
  const sign = point >= 0 ? '.' : ','
  const groups = bare.split(sign).length - 1
  if (groups > 1) return grouped(bare, sign === '.' ? ',' : '.')
  const wanted = decimal === null ? null : decimal === 'comma' ? ',' : '.'
  // 1,234 is a thousand and more to one reader and little more than one to another.
  if (wanted === null && sign === ',' && /^[+-]?[1-9]\d{0,2},\d{3}$/.test(bare))
    return { fault: 'value.number-ambiguous' }
  if (wanted === null || wanted === sign) return finite(bare.replace(sign, '.'))
  return grouped(bare, wanted)
}

function grouped(text: string, decimal: string): ReadValue {
  const group = decimal === '.' ? ',' : '.'
  const [whole = '', fraction, ...rest] = text.split(decimal)
  if (rest.length > 0 || fraction?.includes(group) === true) return { fault: 'value.no-number' }
  if (!/^[+-]?\d{1,3}([.,]\d{3})*$/.test(whole)) return { fault: 'value.no-number' }
  return finite(whole.replaceAll(group, '') + (fraction === undefined ? '' : `.${fraction}`))
}

function finite(text: string): ReadValue {
  const value = Number(text)
  return Number.isFinite(value) && text !== '' ? { value } : { fault: 'value.no-number' }
}

function dateFrom(year: number, month: number, day: number): ReadValue {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  const isReal = !Number.isNaN(date.getTime()) && date.getUTCDate() === day && year >= 1000
  return isReal ? { value: text } : { fault: 'value.no-date' }
}

/** A date as written in English, Russian or Kazakh, or by ISO 8601. */
export function readDate(text: string, dates: Writing['dates']): ReadValue {
  const bare = trimmed(text)
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(bare)
  if (iso) return dateFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: ?(?:г|ж)\.?)?$/.exec(bare)
  if (dotted) return dateFrom(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(bare)
  if (slashed) return slashedDate(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]), dates)
  return writtenDate(bare)
}

function slashedDate(one: number, two: number, year: number, dates: Writing['dates']): ReadValue {
  if (dates === 'day-first') return dateFrom(year, two, one)
  if (dates === 'month-first') return dateFrom(year, one, two)
  if (one > 12 || one === two) return dateFrom(year, two, one)
  return two > 12 ? dateFrom(year, one, two) : { fault: 'value.date-ambiguous' }
}

function writtenDate(text: string): ReadValue {
  const dayFirst = /^(\d{1,2})\.? ([\p{L}]+)\.?,? (\d{4})(?: ?(?:г|года|ж|жыл)\.?)?$/u.exec(text)
  const monthFirst = /^([\p{L}]+)\.? (\d{1,2}),? (\d{4})$/u.exec(text)
  const yearFirst = /^(\d{4}) (?:жылғы|жылы|ж\.) (\d{1,2}) ([\p{L}]+)$/u.exec(text)
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : [yearFirst?.[2], yearFirst?.[3], yearFirst?.[1]]
  const month = monthOf(name ?? '')
  return month === null ? { fault: 'value.no-date' } : dateFrom(Number(year), month, Number(day))
}

function readInstant(text: string): ReadValue {
  const isWhole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
  const moment = new Date(text)
  return isWhole && !Number.isNaN(moment.getTime()) ? { value: moment.toISOString() } : { fault: 'value.no-instant' }
}

function readJsonValue(text: string): ReadValue {
  if (!/^\s*[[{]/.test(text))
    return {
      value: text
        .split(';')
        .map(part => part.trim())
        .filter(part => part !== ''),
    }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: 'value.no-list' }
    throw error
  }
}

function fromNumber(value: number, kind: ValueKind): ReadValue {
  if (kind === 'text') return { value: String(value) }
  if (kind === 'boolean') return value === 1 || value === 0 ? { value: value === 1 } : { fault: 'value.no-yes-or-no' }
  if (kind === 'integer') return Number.isSafeInteger(value) ? { value } : { fault: 'value.no-integer' }
  if (kind === 'number') return { value }
  return { fault: kind === 'date' ? 'value.no-date' : kind === 'instant' ? 'value.no-instant' : 'value.no-list' }
}

function fromText(text: string, kind: ValueKind, writing: Writing): ReadValue {
  if (kind === 'date') return readDate(text, writing.dates)
  if (kind === 'instant') return readInstant(trimmed(text))
  if (kind === 'json') return readJsonValue(text)
  if (kind === 'boolean') {
    const word = trimmed(text).toLowerCase()
    return yes.has(word) ? { value: true } : no.has(word) ? { value: false } : { fault: 'value.no-yes-or-no' }
  }
  if (kind !== 'number' && kind !== 'integer') return { value: text.trim() }
  const read = readNumber(text, writing.decimal)
  const isFraction = kind === 'integer' && 'value' in read && !Number.isSafeInteger(read.value)
  return isFraction ? { fault: 'value.no-integer' } : read
}

/**
 * The value that a cell has for a field of a kind; `value: null` where the cell is empty.
 * @param answers for a choice: what people write, in lower case → the value.
 */
export function readValue(
  cell: unknown,
  kind: ValueKind,
  writing: Writing,
  answers: ReadonlyMap<string, unknown> = new Map(),
): ReadValue {
  if (cell instanceof CellFault) return { fault: cell.code }
  if (cell === null || cell === undefined) return { value: null }
  if (kind === 'choice') {
    const value = answers.get(trimmed(String(cell)).toLowerCase())
    return value === undefined ? { fault: 'value.not-listed' } : { value }
  }
  if (typeof cell === 'string') return fromText(cell, kind, writing)
  if (typeof cell === 'number') return fromNumber(cell, kind)
  if (typeof cell === 'boolean')
    return kind === 'boolean' || kind === 'text'
      ? { value: kind === 'text' ? String(cell) : cell }
      : fromText(String(cell), kind, writing)
  return kind === 'json' ? { value: cell } : { fault: 'value.not-listed' }
}
