import { witnessDoubted } from '@tereze/audit/contract'
import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { incidentRaised } from '../contract/index.ts'
import { publishedRules, witnessRule } from '../definition/published-rules.ts'
import { insertIncident } from '../store/incidents.ts'

/** A witness doubts a log of the organisation: an incident for its security officer. */
export const onWitnessDoubted = subscriber({
  name: 'vigilance.on-witness-doubted',
  on: [witnessDoubted],
  tenant: ({ tenant }, ports) => (publishedRules(ports.get(packages))?.file.witness === undefined ? null : tenant),
  async react({ time, data }, { tx, now, ids, emit, port }) {
    const severity = publishedRules(port(packages))?.file.witness?.severity
    if (severity === undefined) return
    const incident = ids.newId('incident')
    const what = { id: incident, rule: witnessRule, severity, actor: data.witness, actorKind: 'system', count: 1 }
    insertIncident(tx, { ...what, since: time, until: time, lines: [] }, now)
    await emit(incidentRaised, { subject: incident, data: { incident, rule: witnessRule, severity } })
  },
})
