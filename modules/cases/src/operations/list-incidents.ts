import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listIncidents } from '../contract/incident.ts'
import { readPlaceAt, writePlace } from '../rules/place-cursor.ts'
import { listOpenIncidents } from '../store/incidents.ts'
import { viewIncident } from '../views/view-incident.ts'

const usualLimit = 50

/** Lists open incidents. */
export const listIncidentsHandler = handle(listIncidents, {
  tenant: input => input.organisation,
  async run(input, context) {
    const limit = input.limit ?? usualLimit
    const found = await listOpenIncidents(
      context.tx,
      input.organisation,
      { service: input.service ?? null, node: input.node ?? null, code: input.code ?? null },
      readPlaceAt(input.after),
      limit + 1,
    )
    const shown = found.slice(0, limit)
    context.concerns([...new Set(shown.map(({ person }) => person))])
    const items = await Promise.all(shown.map(row => viewIncident(context.port(packages), row)))
    const last = shown.at(-1)
    return { items, next: found.length > limit && last ? writePlace(last) : null }
  },
})
