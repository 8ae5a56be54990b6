import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getIncident, incidentNotFound } from '../contract/index.ts'
import { sealedLines } from '../ports/sealed-lines.ts'
import { findIncident } from '../store/incidents.ts'
import { ruleWords, viewIncident, viewLine } from '../views/view-incident.ts'

/** Gives an incident with its lines of the audit log. */
export const getIncidentHandler = handle(getIncident, {
  tenant: input => input.organisation,
  async run({ organisation, incident }, { tx, port }) {
    const row = await findIncident(tx, organisation, incident)
    if (row === null) return refuse(incidentNotFound, { pointer: '/incident' })
    const lines = await port(sealedLines).find(tx, organisation, row.lines)
    const all = port(packages)
    return { incident: viewIncident(row, all), why: ruleWords(all, row.rule).why, lines: lines.map(viewLine) }
  },
})
