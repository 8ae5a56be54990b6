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
import { type MessageId, messages } from './messages.ts'
import { fullName } from './person-name.ts'

/** Everything that turns values into words of the page's language. */
export interface Words {
  readonly language: Language
  /** A text of the workplace. */
  say(id: MessageId, params?: Readonly<Record<string, string | number>>): string
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
export function intlOf(language: Language): IntlShape {
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

/** Gives the page its language; it changes at once, nothing is loaded again. */
export function LanguageProvider({ children }: { children: ReactNode }): ReactNode {
  const [language, setPresent] = useState(beginLanguage)
  const intl = useMemo(() => intlOf(language), [language])
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
      <RawIntlProvider value={intl}>{children}</RawIntlProvider>
    </ChoiceContext>
  )
}

/** The language and how to change it. */
export const useLanguage = (): Choice => useContext(ChoiceContext)

/** Words of one language. */
export function wordsOf(intl: Pick<IntlShape, 'formatMessage'>, language: Language): Words {
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

/** Words of the page's language. */
export function useWords(): Words {
  const intl = useIntl()
  const { language } = useLanguage()
  return useMemo(() => wordsOf(intl, language), [intl, language])
}
