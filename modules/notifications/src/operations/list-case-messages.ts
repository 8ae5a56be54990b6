import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { type CaseMessage, type Delivered, listCaseMessages } from '../contract/index.ts'
import { deliveredBy } from '../notices/delivered.ts'
import { listMessagesOfCase, type MessageRow } from '../store/messages.ts'

/** A message as the organisation that wrote it sees it. */
export function toCaseMessage(
  { id, person, texts, significant, sentAt, readAt, deliveries }: MessageRow,
  delivered: Delivered | null,
): CaseMessage {
  const { en, ru, kk } = texts
  const title = { en: en.title, ru: ru.title, kk: kk.title }
  return { message: id, person, title, significant, sentAt, readAt, deliveries: [...deliveries], delivered }
}

/** What the organisation wrote about a case. */
export const listCaseMessagesHandler = handle(listCaseMessages, {
  tenant: input => input.organisation,
  async run({ organisation, case: about, after, limit = 50 }, context) {
    const of = { organisation, case: about, after: after ?? null, limit: limit + 1 }
    const found = await listMessagesOfCase(context.tx, of)
    const items = found
      .slice(0, limit)
      .map(row => toCaseMessage(row, deliveredBy(context.port(packages), organisation, row, context.now)))
    context.concerns([...new Set(items.map(({ person }) => person))])
    return { items, next: found.length > limit ? (items.at(-1)?.message ?? null) : null }
  },
})
