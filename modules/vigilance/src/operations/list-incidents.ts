import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listIncidents } from '../contract/index.ts'
import { cursorOf, placeOf } from '../rules/page-cursor.ts'
import { listIncidentsOf } from '../store/incidents.ts'
import { viewIncident } from '../views/view-incident.ts'

const usualLimit = 50

/** Lists incidents, newest first. */
export const listIncidentsHandler = handle(listIncidents, {
  tenant: input => input.organisation,
  async run({ organisation, rule = null, open = false, after, limit = usualLimit }, { tx, port }) {
    const found = await listIncidentsOf(tx, organisation, { rule, open }, placeOf(after), limit + 1)
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(row => viewIncident(row, port(packages))),
      next: found.length > limit && last !== undefined ? cursorOf({ at: last.raisedAt, id: last.id }) : null,
    }
  },
})
