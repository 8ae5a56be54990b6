import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import type { Language } from '@tereze/operation'
import { type Delivered, listOwnMessages, type Message } from '../contract/index.ts'
import { deliveredBy } from '../notices/delivered.ts'
import { listMessagesOfPerson, type MessageRow } from '../store/messages.ts'

function toMessage(row: MessageRow, language: Language, delivered: Delivered | null): Message {
  const { title, text } = row.texts[language]
  return {
    message: row.id,
    organisation: row.tenant,
    case: row.case,
    language,
    title,
    text,
    significant: row.significant,
    actions: row.actions.map(action => ({ id: action.id, text: action.text[language], to: action.to })),
    sentAt: row.sentAt,
    readAt: row.readAt,
    delivered,
    deliveries: [...row.deliveries],
  }
}

/** A person's messages in the reader's language. */
export const listOwnMessagesHandler = handle(listOwnMessages, {
  tenant: () => 'platform',
  async run(input, context) {
    context.concerns([input.person])
    const limit = input.limit ?? 50
    const found = await listMessagesOfPerson(context.tx, {
      person: input.person,
      organisation: input.organisation ?? null,
      case: input.case ?? null,
      after: input.after ?? null,
      limit: limit + 1,
    })
    const items = found
      .slice(0, limit)
      .map(row =>
        toMessage(row, context.actor.language, deliveredBy(context.port(packages), row.tenant, row, context.now)),
      )
    return { items, next: found.length > limit ? (items.at(-1)?.message ?? null) : null }
  },
})
