import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { exemptionTermUnfit, incidentJudged, incidentNotFound, judgeIncident } from '../contract/index.ts'
import { incidentService } from '../definition/published-rules.ts'
import { whyNoJudgement } from '../rules/decide-judgement.ts'
import { endOfExemption } from '../rules/end-of-exemption.ts'
import { insertExemption } from '../store/exemptions.ts'
import { findIncidentForUpdate, updateJudgement } from '../store/incidents.ts'
import { zoneOf } from '../views/zone-of.ts'

/** Judges an incident; from a false alarm the rule may learn. */
export const judgeIncidentHandler = handle(judgeIncident, {
  tenant: input => input.organisation,
  async run({ organisation, incident, outcome, reason, exempt, under = null }, { tx, now, ids, actor, emit, port }) {
    const row = await findIncidentForUpdate(tx, incident)
    if (row === null) return refuse(incidentNotFound, { pointer: '/incident' })
    const all = port(packages)
    const why = whyNoJudgement(row, { actor: actor.id, under, service: incidentService(all) })
    if (why !== null) return refuse(why, { pointer: '/incident' })
    if (outcome === 'false-alarm' && exempt !== undefined) {
      const until = endOfExemption(exempt.until, now, zoneOf(all, organisation))
      if (until === null) return refuse(exemptionTermUnfit, { pointer: '/exempt/until' })
      const { rule, actor: of } = row
      const id = ids.newId('exemption')
      const { reaches = null } = exempt
      insertExemption(tx, { id, rule, actor: of, until, reaches, reason, incident, givenBy: actor.id }, now)
    }
    updateJudgement(tx, incident, { outcome, reason, by: actor.id, at: now })
    await emit(incidentJudged, { subject: incident, data: { incident, rule: row.rule, outcome } })
    return { incident }
  },
})
