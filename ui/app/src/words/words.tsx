import type { PersonName, Text } from '@tereze/operation'
import {
  type DateStyle,
  formatDate,
  formatInstant,
  formatMoney,
  type Language,
  localDate,
  type MoneyValue,
} from '@tereze/ui-components'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { createIntl, createIntlCache, type IntlShape, RawIntlProvider, useIntl } from 'react-intl'
import { beginLanguage, setLanguage } from './language.ts'
import type { AppCatalogues, SharedMessageId } from './messages.ts'
import { fullName } from './person-name.ts'

/** Everything that turns values into words of the page's language. */
export interface Words<Id extends string> {
  readonly language: Language
  /** A text of the app. */
  say(id: Id, params?: Readonly<Record<string, string | number>>): string
  /** A text that came from the platform in three languages. */
  pick(text: Text): string
  name(name: PersonName): string
  /** A local date, `YYYY-MM-DD`. */
  date(date: string, style?: DateStyle): string
  /** The day of an instant. */
  day(instant: string, style?: DateStyle): string
  /** Day and time of an instant. */
  moment(instant: string, style?: DateStyle): string
  money(money: MoneyValue): string
}

interface Choice {
  readonly language: Language
  choose(language: Language): void
}

const ChoiceContext = createContext<Choice>({ language: 'en', choose: () => undefined })
const caches = createIntlCache()
/** Officials sit where their organisation is, so instants are shown in the zone of their machine. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** An intl of one language. Browsers without Kazakh still have its plural rules; dates and numbers are our own. */
export function intlOf(language: Language, messages: AppCatalogues<string>): IntlShape {
  return createIntl(
    {
      locale: language,
      defaultLocale: 'en',
      messages: { ...messages[language] },
      onError(error) {
        if (error.code !== 'MISSING_DATA') throw error
      },
    },
    caches,
  )
}

/** Gives the page its language, in the texts of the app and the shared ones; it changes at once, nothing is loaded again. */
export function LanguageProvider(of: { messages: AppCatalogues<string>; children: ReactNode }): ReactNode {
  const [language, setPresent] = useState(beginLanguage)
  const intl = useMemo(() => intlOf(language, of.messages), [language, of.messages])
  const choice = useMemo(
    () => ({
      language,
      choose(next: Language) {
        setLanguage(next, true)
        setPresent(next)
      },
    }),
    [language],
  )
  return (
    <ChoiceContext value={choice}>
      <RawIntlProvider value={intl}>{of.children}</RawIntlProvider>
    </ChoiceContext>
  )
}

/** The language and how to change it. */
export const useLanguage = (): Choice => useContext(ChoiceContext)

/** Words of one language. */
export function wordsOf<Id extends string>(intl: Pick<IntlShape, 'formatMessage'>, language: Language): Words<Id> {
  return {
    language,
    say: (id, params) => intl.formatMessage({ id }, params),
    pick: text => text[language],
    name: fullName,
    date: (date, style) => formatDate(date, language, style),
    day: (instant, style) => formatDate(localDate(instant, zone), language, style),
    moment: (instant, style) => formatInstant(instant, language, zone, style),
    money: money => formatMoney(money, language),
  }
}

/** Words of the page's language; an app names the keys that it gave to `LanguageProvider`. */
export function useWordsOf<Id extends string>(): Words<Id> {
  const intl = useIntl()
  const { language } = useLanguage()
  return useMemo(() => wordsOf<Id>(intl, language), [intl, language])
}

/** The words that all apps share. */
export const useWords = (): Words<SharedMessageId> => useWordsOf<SharedMessageId>()
