import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listOutsideCalls } from '../contract/queue.ts'
import { readCursor } from '../rules/cursor.ts'
import { findService } from '../rules/service-version.ts'
import { listOutsideCallRows } from '../store/outside-calls.ts'

const usualLimit = 50

/** Lists what was asked of an organisation's own systems, newest first. */
export const listOutsideCallsHandler = handle(listOutsideCalls, {
  tenant: input => input.organisation,
  async run({ organisation, only, after, limit = usualLimit }, { tx, now, port }) {
    const all = port(packages)
    const titleOf = (contract: string) => {
      const pack = findService(all, contract)?.pack
      return pack === undefined ? {} : { contractTitle: { ...textOf(pack, 'title') } }
    }
    const found = await listOutsideCallRows(tx, organisation, only ?? null, now, readCursor(after), limit + 1)
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(
        ({ message, contract, consumer, state, askedAt, termEnds, endedAt, attempts, reason, detail, evidence }) => ({
          message,
          contract,
          ...titleOf(contract),
          consumer,
          state,
          asked: askedAt,
          term: termEnds,
          ended: endedAt,
          late: (endedAt ?? now.toISOString()) > termEnds,
          attempts,
          reason,
          detail,
          evidence,
        }),
      ),
      next: found.length > limit && last ? `${last.askedAt}~${last.message}` : null,
    }
  },
})
