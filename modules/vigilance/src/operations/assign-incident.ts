import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { assignIncident, incidentNotFound } from '../contract/index.ts'
import { findIncidentForUpdate, updateCase } from '../store/incidents.ts'

/** Notes the case in which an incident is judged. */
export const assignIncidentHandler = handle(assignIncident, {
  tenant: input => input.organisation,
  async run({ incident, case: work, number }, { tx }) {
    const row = await findIncidentForUpdate(tx, incident)
    if (row === null) return refuse(incidentNotFound, { pointer: '/incident' })
    updateCase(tx, incident, { case: work, number })
    return { incident }
  },
})
