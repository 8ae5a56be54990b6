import type { Language } from '@tereze/ui-components'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }

/** Texts of an app by language (ICU MessageFormat). */
export type AppCatalogues<Id extends string> = Readonly<Record<Language, Readonly<Record<Id, string>>>>

/** Key of a visible text that all apps share. */
export type SharedMessageId = keyof typeof en

/** The visible texts that all apps share. */
export const sharedMessages: AppCatalogues<SharedMessageId> = { en, ru, kk }

/** An app's own texts together with the shared ones. */
export function withShared<Id extends string>(own: AppCatalogues<Id>): AppCatalogues<Id | SharedMessageId> {
  return { en: { ...en, ...own.en }, ru: { ...ru, ...own.ru }, kk: { ...kk, ...own.kk } }
}
