import type { Language } from '@tereze/operation'

const marks: Readonly<Record<Language, { group: string; decimal: string }>> = {
  en: { group: ',', decimal: '.' },
  ru: { group: '\u00a0', decimal: ',' },
  kk: { group: '\u00a0', decimal: ',' },
}

const numeralPattern = /^(-?)(\d+)(?:\.(\d+))?$/

/** A decimal text or number with the language's marks: `41,000.00`, `41 000,00`. Four digits stay together in ru and kk. */
export function writeNumber(value: string | number, language: Language): string {
  const text = String(value)
  const match = numeralPattern.exec(text)
  if (match === null) return text
  const [, sign = '', whole = '', fraction] = match
  const { group, decimal } = marks[language]
  const grouped = whole.length > 4 || language === 'en' ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole
  return `${sign === '-' ? '\u2212' : ''}${grouped}${fraction === undefined ? '' : `${decimal}${fraction}`}`
}

/** Money with its currency after it: `41,000.00 DMD`. */
export function writeMoney(money: { readonly amount: string; readonly currency: string }, language: Language): string {
  return `${writeNumber(money.amount, language)}\u00a0${money.currency}`
}
