import type { IncidentRow } from '../../store/incidents.ts'
import { findInstance } from '../../store/instances.ts'
import { retryWork } from '../../store/work.ts'
import { advance } from '../advance.ts'
import type { CaseRun } from '../case-run.ts'
import { keepIntervention, type Operating } from './intervene.ts'
import { processOfInstance } from './process-of-instance.ts'
import { incidentsIn, settleIncidentsOf } from './settle-incidents.ts'

/** Tries again what ended in an incident: the token of the process, or the work that failed. Gives whether the case goes on. */
export async function retry(run: CaseRun, incident: IncidentRow, operating: Operating): Promise<boolean> {
  const { context, row } = run
  if (incident.work !== null) {
    await keepIntervention(run, operating, { kind: 'retry', instance: null, element: incident.node })
    return retryWork(context.tx, incident.work, context.now)
  }
  const instance = await findInstance(context.tx, row.tenant, incident.instance)
  if (instance === null) throw new Error(`incident ${incident.id} belongs to no instance`)
  await keepIntervention(run, operating, { kind: 'retry', instance, element: incident.node })
  const process = await processOfInstance(run.packages, instance)
  await advance(run, instance, process, [{ type: 'retry', id: incident.id }])
  await settleIncidentsOf(run, instance)
  return !incidentsIn(instance).some(({ id }) => id === incident.id)
}
