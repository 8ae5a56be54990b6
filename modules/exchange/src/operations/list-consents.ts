import { handle } from '@tereze/foundation-operations'
import { listConsents } from '../contract/consent.ts'
import { readCursor } from '../rules/cursor.ts'
import { listConsentRows } from '../store/consents.ts'

const usualLimit = 50

/** Lists the consents that an organisation's contracts asked for, newest first. */
export const listConsentsHandler = handle(listConsents, {
  tenant: input => input.organisation,
  async run({ organisation, state, after, limit = usualLimit }, { tx }) {
    const found = await listConsentRows(tx, organisation, state ?? null, readCursor(after), limit + 1)
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(row => ({
        message: row.message,
        contract: row.contract,
        consumer: row.consumer,
        purpose: row.purpose,
        state: row.state,
        asked: row.askedAt,
        term: row.termEnds,
        ended: row.endedAt,
        attempts: row.attempts,
        reference: row.reference,
        reason: row.reason,
        detail: row.detail,
      })),
      next: found.length > limit && last ? `${last.askedAt}~${last.message}` : null,
    }
  },
})
