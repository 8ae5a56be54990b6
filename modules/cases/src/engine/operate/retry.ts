import type { IncidentRow } from '../../store/incidents.ts'
import { makeWorkDue, resolveIncident } from '../../store/incidents.ts'
import { findInstance } from '../../store/instances.ts'
import { advance } from '../advance.ts'
import type { CaseRun } from '../case-run.ts'
import { keepIntervention, type Operating } from './intervene.ts'
import { processOfInstance } from './process-of-instance.ts'
import { incidentsIn, settleIncidentsOf } from './settle-incidents.ts'

/** The work that an incident of a job is about: named in its parameters, or of the same id. */
function workOf({ id, params }: IncidentRow): string {
  return typeof params.work === 'string' ? params.work : id
}

/** Tries again what ended in an incident: the token of the process, or the work that failed. Gives whether the case goes on. */
export async function retry(run: CaseRun, incident: IncidentRow, operating: Operating): Promise<boolean> {
  const { context, row } = run
  const instance = await findInstance(context.tx, row.tenant, incident.instance)
  if (instance === null) throw new Error(`incident ${incident.id} belongs to no instance`)
  await keepIntervention(run, operating, { kind: 'retry', instance, element: incident.node })
  if (!incidentsIn(instance).some(({ id }) => id === incident.id)) {
    await makeWorkDue(context.tx, workOf(incident), context.now)
    await resolveIncident(context.tx, incident.id, context.now)
    return true
  }
  const process = await processOfInstance(run.packages, instance)
  await advance(run, instance, process, [{ type: 'retry', id: incident.id }])
  await settleIncidentsOf(run, instance)
  return !incidentsIn(instance).some(({ id }) => id === incident.id)
}
