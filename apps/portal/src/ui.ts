import type { MessageParams } from '@tereze/messages'
import {
  type DateStyle,
  formatDate,
  formatDecimal,
  formatInstant,
  formatMoney,
  type Language,
  localDate,
  type MoneyValue,
  shownSize,
} from '@tereze/ui-components'
import type { Visitor } from './page.ts'
import { isTextKey, type TextKey, textOf } from './texts.ts'

/** A text as the platform gives it: once in each language. */
export interface SpokenText {
  readonly en: string
  readonly ru: string
  readonly kk: string
}

/** What a view needs to speak to one person: language, zone, who it is, where links lead. */
export interface Ui {
  readonly language: Language
  readonly zone: string
  /** Local date of today, `YYYY-MM-DD`. */
  readonly today: string
  readonly visitor: Visitor
  /** Path and query of the page being shown. */
  readonly address: string
  readonly query: URLSearchParams
  /** A key by which a form sent twice is one command; posted as `_once`. */
  readonly once: string
  /** Public origin of the portal. */
  readonly origin: string
  /** Where signing in begins; it comes back to `to`, or to the first page. */
  readonly signIn: (to?: string, level?: string) => string
  readonly t: (key: TextKey, params?: MessageParams) => string
  /** A text whose key comes from data; null when the portal has none. */
  readonly word: (key: string, params?: MessageParams) => string | null
  readonly say: (text: SpokenText) => string
  readonly date: (date: string, style?: DateStyle) => string
  /** A date without its year when it is this year's. */
  readonly day: (date: string, style?: DateStyle) => string
  readonly instant: (at: string) => string
  readonly dayOf: (instant: string, style?: DateStyle) => string
  readonly money: (money: MoneyValue) => string
  /** Bytes in the unit in which people read them. */
  readonly size: (bytes: number) => string
}

/** Makes the voice of a page. */
export function createUi(of: {
  language: Language
  zone: string
  now: string
  visitor: Visitor
  address: string
  query: URLSearchParams
  once: string
  origin: string
  signInAddress: string
}): Ui {
  const { language, zone, signInAddress, ...rest } = of
  const today = localDate(of.now, zone)
  const day = (date: string, style: DateStyle = {}) =>
    formatDate(date, language, { year: date.slice(0, 4) !== today.slice(0, 4), ...style })
  return {
    ...rest,
    language,
    zone,
    today,
    signIn(to, level) {
      const query = new URLSearchParams({
        ...(to === undefined || to === '/' ? {} : { to }),
        ...(level === undefined ? {} : { level }),
      })
      return query.size === 0 ? signInAddress : `${signInAddress}?${query}`
    },
    t: (key, params) => textOf(key, language, params),
    word: (key, params) => (isTextKey(key) ? textOf(key, language, params) : null),
    say: text => text[language],
    date: (date, style) => formatDate(date, language, style),
    day,
    instant: at => formatInstant(at, language, zone, { year: localDate(at, zone).slice(0, 4) !== today.slice(0, 4) }),
    dayOf: (at, style) => day(localDate(at, zone), style),
    money: money => formatMoney(money, language),
    size(bytes) {
      const { unit, value } = shownSize(bytes)
      return textOf(`files.size.${unit}`, language, { value: formatDecimal(String(value), language) })
    },
  }
}
