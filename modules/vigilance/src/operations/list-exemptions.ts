import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { type Exemption, listExemptions } from '../contract/index.ts'
import { cursorOf, placeOf } from '../rules/page-cursor.ts'
import { type ExemptionRow, listExemptionsOf } from '../store/exemptions.ts'
import { ruleWords } from '../views/view-incident.ts'

const usualLimit = 50

function stateOf({ endedAt, until }: ExemptionRow, now: Date): Exemption['state'] {
  if (endedAt !== null) return 'ended'
  return Date.parse(until) > now.getTime() ? 'in-force' : 'over'
}

/** Lists exemptions, newest first. */
export const listExemptionsHandler = handle(listExemptions, {
  tenant: input => input.organisation,
  async run({ organisation, after, limit = usualLimit }, { tx, now, port }) {
    const found = await listExemptionsOf(tx, organisation, placeOf(after), limit + 1)
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(row => ({
        exemption: row.id,
        rule: row.rule,
        title: ruleWords(port(packages), row.rule).title,
        actor: row.actor,
        until: row.until,
        reaches: row.reaches,
        reason: row.reason,
        by: row.givenBy,
        given: row.givenAt,
        state: stateOf(row, now),
      })),
      next: found.length > limit && last !== undefined ? cursorOf({ at: last.givenAt, id: last.id }) : null,
    }
  },
})
