import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { assignIncident, getIncident, incidentRaised } from '@tereze/vigilance/contract'
import { incidentService } from '../definition/incident-service.ts'
import { openCaseOf } from '../engine/open-case.ts'
import { StepRefused } from '../engine/step-refused.ts'

/** Something unusual was found in the audit log: a case of the organisation's security officer begins. What lies in no organisation is shown only. */
export const onIncidentRaised = subscriber({
  name: 'cases.on-incident-raised',
  on: [incidentRaised],
  tenant({ tenant }, ports) {
    const all = ports.get(packages)
    return findOrganisation(all, tenant) !== null && incidentService(all, tenant) !== null ? tenant : null
  },
  async react({ data }, context) {
    const { tx } = context
    const service = incidentService(context.port(packages), tx.tenant)
    const got = await context.call(getIncident, { organisation: tx.tenant, incident: data.incident })
    if (service === null || isRefused(got)) return
    const { incident, rule, severity, actor, count, since, title } = got.incident
    const opened = await openCaseOf(context, service, {
      person: tx.tenant,
      submitter: null,
      data: { incident: { incident, rule, severity, actor, count, since, about: title } },
      channel: 'automatic',
      cause: null,
      key: `incident/${incident}`,
      businessKey: incident,
      begun: null,
    })
    if (isRefused(opened)) throw new StepRefused(`${service.id}: ${rule}`, opened)
    await context.call(assignIncident, { organisation: tx.tenant, incident, ...opened })
  },
})
