import { findInstance, type InstanceRow } from '../store/instances.ts'
import type { CaseRun } from './case-run.ts'

/**
 * An instance of the case, as this run has it or as it is stored.
 * @throws Error when the case has no such instance: something that refers to it should not be there.
 */
export async function instanceOf(run: CaseRun, id: string): Promise<InstanceRow> {
  const instance = run.draft.findInstance(id) ?? (await findInstance(run.context.tx, run.row.tenant, id))
  if (instance === null) throw new Error(`case ${run.row.id} has no instance ${id}`)
  return instance
}
