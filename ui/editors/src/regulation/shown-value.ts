import { isObject, termText } from '@tereze/regulation'
import { formatDate, formatMoney, type Language } from '@tereze/ui-components'

const units = new Set(['workingDays', 'calendarDays', 'months', 'years', 'hours', 'workingHours'])

/** A sum that an expression writes out: `{ amount: "18000.00", currency: "DMD" }`. */
const writtenSum = /^\{\s*amount:\s*"([0-9.]+)",\s*currency:\s*"([A-Z]{3})"\s*\}$/

function textShown(text: string, language: Language): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text, language)
  const [, amount, currency] = writtenSum.exec(text) ?? []
  return amount === undefined || currency === undefined ? text : formatMoney({ amount, currency }, language)
}

/** A value as a person reads it: words in the language, money, dates, yes and no, members with their names. Never as JSON. */
export function shownValue(
  value: unknown,
  language: Language,
  yesNo: { readonly yes: string; readonly no: string; readonly none: string },
): string {
  const own = (one: unknown): string => shownValue(one, language, yesNo)
  if (value === undefined || value === null || value === '') return yesNo.none
  if (typeof value === 'boolean') return value ? yesNo.yes : yesNo.no
  if (typeof value === 'string') return textShown(value, language)
  if (Array.isArray(value)) return value.length === 0 ? yesNo.none : value.map(own).join('; ')
  if (!isObject(value)) return String(value)
  if (typeof value[language] === 'string') return value[language]
  if (typeof value.amount === 'string' && typeof value.currency === 'string')
    return formatMoney({ amount: value.amount, currency: value.currency }, language)
  const [[unit, count] = []] = Object.entries(value)
  if (unit !== undefined && units.has(unit) && typeof count === 'number') return termText({ [unit]: count }, language)
  return Object.entries(value)
    .map(([name, one]) => `${name}: ${own(one)}`)
    .join(', ')
}
