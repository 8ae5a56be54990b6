import { type AppCatalogues, type SharedMessageId, withShared } from '@tereze/ui-app'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }

/** The workplace's own visible texts (ICU MessageFormat), by language. */
export const ownMessages: AppCatalogues<keyof typeof en> = { en, ru, kk }

/** Key of a visible text of the workplace. */
export type MessageId = keyof typeof en | SharedMessageId

/** Every visible text of the workplace, the shared ones among them. */
export const messages: AppCatalogues<MessageId> = withShared(ownMessages)

/** Whether a key has a text; for keys made from codes of the platform. */
export function isMessageId(key: string): key is MessageId {
  return Object.hasOwn(messages.en, key)
}
