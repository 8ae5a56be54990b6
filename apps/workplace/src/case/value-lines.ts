import type { PersonName, Text } from '@tereze/operation'
import { formatDecimal, type MoneyValue } from '@tereze/ui-components'
import type { Words } from '../words/words.ts'

/**
 * A value in words, one line per thing; officials never see JSON or ids. What has no words of its own (an id, nothing)
 * gives no line.
 */
export function valueLines(value: unknown, as: string, words: Words): readonly string[] {
  if (value === null || value === undefined || value === '') return []
  if (typeof value === 'boolean') return [words.say(value ? 'value.yes' : 'value.no')]
  if (typeof value === 'number') return [as === 'year' ? String(value) : formatDecimal(String(value), words.language)]
  if (typeof value === 'string') return textLines(value, as, words)
  if (Array.isArray(value)) return value.flatMap(one => joined(one, words))
  if (typeof value !== 'object') return []
  const whole = knownShape(value, words)
  return whole === null ? Object.values(value).flatMap(part => joined(part, words)) : [whole]
}

/** One entry of a list on one line. */
function joined(value: unknown, words: Words): readonly string[] {
  const lines =
    typeof value === 'object' && value !== null && !Array.isArray(value) && knownShape(value, words) === null
      ? Object.values(value).flatMap(part => valueLines(part, '', words))
      : valueLines(value, '', words)
  return lines.length === 0 ? [] : [lines.join(' · ')]
}

function textLines(text: string, as: string, words: Words): readonly string[] {
  if (/^[a-z]+_[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)) return []
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return [words.moment(text)]
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return [words.date(text)]
  if (as === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return [formatDecimal(text, words.language)]
  return [text]
}

function knownShape(value: object, words: Words): string | null {
  if (isMoney(value)) return words.money(value)
  if (isText(value)) return words.pick(value)
  if (!isName(value)) return null
  const { family: _f, given: _g, patronymic: _p, ...rest } = value
  return [words.name(value), ...Object.values(rest).flatMap(part => joined(part, words))].join(' · ')
}

const allText = (value: object, ...keys: readonly string[]) =>
  keys.every(key => typeof (value as Record<string, unknown>)[key] === 'string')
const isMoney = (value: object): value is MoneyValue => allText(value, 'amount', 'currency')
const isName = (value: object): value is PersonName => allText(value, 'family', 'given')
const isText = (value: object): value is Text => allText(value, 'en', 'ru', 'kk')
