import { writeNumber } from '@tereze/wording'
import type { Language } from './language.ts'

/** Money as it travels: decimal text and currency code. */
export interface MoneyValue {
  readonly amount: string
  readonly currency: string
}

const NBSP = '\u00a0'

/** A decimal text with the groups and the decimal sign of the language; nothing is rounded. */
export function formatDecimal(decimal: string, language: Language): string {
  return writeNumber(decimal, language)
}

/** Money in words of the language: `41,000 DMD`, `41 000 DMD`; whole amounts without decimals. */
export function formatMoney(money: MoneyValue, language: Language): string {
  const amount = money.amount.replace(/\.0+$/, '')
  return `${formatDecimal(amount, language)}${NBSP}${currencySign(money.currency)}`
}

/** The sign of a currency where it has one of its own, otherwise its code. */
export function currencySign(currency: string): string {
  return { KZT: '₸', RUB: '₽', EUR: '€', USD: '$' }[currency] ?? currency
}

/**
 * Reads money that a person typed: spaces of any kind, comma or point, `12 500,5`, `12,500.50`. Gives decimal text with
 * two decimals, or null when it is not a plain amount.
 */
export function readAmount(typed: string): string | null {
  const text = typed.replace(/[\s\u00a0\u202f']/g, '')
  const grouped = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.')
  if (!/^\d{1,15}(\.\d{1,2})?$/.test(grouped)) return null
  const [whole = '0', fraction = ''] = grouped.split('.')
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.padEnd(2, '0')}`
}
