import { settleIncidents } from '../../store/incidents.ts'
import type { InstanceRow } from '../../store/instances.ts'
import type { CaseRun } from '../case-run.ts'

/** Incidents that the tokens of an instance have now. */
export function incidentsIn({ id, state }: InstanceRow): { id: string; code: string }[] {
  return Object.entries(state.tokens).flatMap(([number, { incident }]) =>
    incident === undefined ? [] : [{ id: `${id}:${number}`, code: incident }],
  )
}

/** The list of incidents says what the tokens of an instance say, after somebody has operated on it. */
export async function settleIncidentsOf(run: CaseRun, instance: InstanceRow): Promise<void> {
  await settleIncidents(run.context.tx, instance.id, incidentsIn(instance), run.context.now)
}
