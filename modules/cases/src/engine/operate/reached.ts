import type { InstanceRow } from '../../store/instances.ts'
import { listHistory } from '../../store/records.ts'
import type { CaseRun } from '../case-run.ts'

/** Nodes that an instance has entered so far. */
export async function reachedBy({ context, row }: CaseRun, instance: InstanceRow): Promise<ReadonlySet<string>> {
  const history = await listHistory(context.tx, row.tenant, row.id)
  return new Set(
    history.filter(line => line.instance === instance.id && line.what === 'entered').map(({ element }) => element),
  )
}
