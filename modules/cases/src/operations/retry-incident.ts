import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { caseNotFound, ownCase } from '../contract/case.ts'
import { incidentNotFound, retryIncident } from '../contract/incident.ts'
import { beginRun, endRun } from '../engine/case-run.ts'
import { mayOperateOn } from '../engine/operate/may-operate.ts'
import { retry } from '../engine/operate/retry.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { lockCase } from '../store/cases.ts'
import { findOpenIncident } from '../store/incidents.ts'

/** Tries again what ended in an incident. */
export const retryIncidentHandler = handle(retryIncident, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    const incident = await findOpenIncident(context.tx, row.tenant, row.id, input.incident)
    if (incident === null) return refuse(incidentNotFound, { pointer: '/incident' })
    if (!mayOperateOn(context.actor, row)) return refuse(ownCase)
    context.concerns([row.person])
    const run = beginRun(context, row)
    const operating = { official: context.actor.id, reason: input.reason, batch: null }
    const resolved = await orStepRefused(() => retry(run, incident, operating))
    if (isRefused(resolved)) return resolved
    await endRun(run)
    return { case: row.id, resolved }
  },
})
