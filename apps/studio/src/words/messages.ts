import { type AppCatalogues, type SharedMessageId, withShared } from '@tereze/ui-app'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }

/** The studio's own visible texts (ICU MessageFormat), by language. */
export const ownMessages: AppCatalogues<keyof typeof en> = { en, ru, kk }

/** Key of a visible text of the studio. */
export type MessageId = keyof typeof en | SharedMessageId

/** Every visible text of the studio, the shared ones among them. */
export const messages: AppCatalogues<MessageId> = withShared(ownMessages)

/** Whether a key has a text; for keys made from names of files. */
export function isMessageId(key: string): key is MessageId {
  return Object.hasOwn(messages.en, key)
}
