import type { Context } from '@tereze/foundation-operations'
import type { CaseRow } from '../store/cases.ts'
import { listInstances } from '../store/instances.ts'

/** Whether an error was reported that nobody has judged yet: until then a second report would overwrite the first. */
export async function correctionRuns(context: Context, row: CaseRow): Promise<boolean> {
  const instances = await listInstances(context.tx, row.tenant, row.id)
  return instances.some(({ kind, endedAt }) => kind === 'correction' && endedAt === null)
}
