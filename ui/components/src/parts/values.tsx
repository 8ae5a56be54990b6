import type { ReactNode } from 'react'
import { type DateStyle, formatDate, formatInstant } from '../format/date.ts'
import type { Language } from '../format/language.ts'
import { formatMoney, type MoneyValue } from '../format/number.ts'

/** Money in the language. */
export function Money({ value, language }: { value: MoneyValue; language: Language }): ReactNode {
  return <span className="money">{formatMoney(value, language)}</span>
}

/** A date in the language; the machine-readable one stands with it. */
export function DateText({
  date,
  language,
  style,
}: {
  date: string
  language: Language
  style?: DateStyle
}): ReactNode {
  return <time dateTime={date}>{formatDate(date, language, style)}</time>
}

/** An instant in the language and the zone of the organisation. */
export function InstantText(props: { at: string; language: Language; zone: string; style?: DateStyle }): ReactNode {
  return <time dateTime={props.at}>{formatInstant(props.at, props.language, props.zone, props.style)}</time>
}
