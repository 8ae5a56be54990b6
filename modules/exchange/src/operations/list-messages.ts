import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listMessages } from '../contract/message.ts'
import { readCursor } from '../rules/cursor.ts'
import { listLog } from '../store/messages.ts'
import { wordsOfLine } from '../views/line-words.ts'

const usualLimit = 50

/** The exchange log of an organisation, newest first. */
export const listMessagesHandler = handle(listMessages, {
  tenant: input => input.organisation,
  async run(input, context) {
    const limit = input.limit ?? usualLimit
    const filter = {
      contract: input.contract ?? null,
      outcome: input.outcome ?? null,
      direction: input.direction ?? null,
      peer: input.peer ?? null,
      purpose: input.purpose ?? null,
      case: input.case ?? null,
      subject: input.subject ?? null,
      message: input.message ?? null,
      from: input.from ?? null,
      until: input.until ?? null,
    }
    if (input.subject !== undefined) context.concerns([input.subject])
    const found = await listLog(context.tx, input.organisation, filter, readCursor(input.after), limit + 1)
    const items = found.slice(0, limit)
    const last = items.at(-1)
    const all = context.port(packages)
    return {
      items: items.map(line => ({ ...line, ...wordsOfLine(all, input.organisation, line) })),
      next: found.length > limit && last ? `${last.time}~${last.message}` : null,
    }
  },
})
