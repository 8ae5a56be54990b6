import type { RefusalDefinition } from '@tereze/operation'
import { incidentJudgedAlready, incidentOfService, incidentOwn } from '../contract/index.ts'
import type { IncidentRow } from '../store/incidents.ts'

/**
 * Why an incident cannot be judged so; null when it can. Only the service to which the rules give incidents judges them, once; and nobody
 * judges an incident about themselves.
 */
export function whyNoJudgement(
  row: Pick<IncidentRow, 'outcome' | 'actor'>,
  by: { readonly actor: string; readonly under: string | null; readonly service: string | null },
):
  | RefusalDefinition<(typeof incidentOfService)['code']>
  | RefusalDefinition<(typeof incidentJudgedAlready)['code']>
  | RefusalDefinition<(typeof incidentOwn)['code']>
  | null {
  const isOfService = by.service === null ? by.under === null : by.under === `service:${by.service}`
  if (!isOfService) return incidentOfService
  if (row.actor === by.actor) return incidentOwn
  return row.outcome === null ? null : incidentJudgedAlready
}
