import { findLastOfficial } from '../store/tasks.ts'
import type { CaseRun } from './case-run.ts'

/** The official who completed a task of an instance last, in this transaction or before; null when none did. */
export async function lastOfficial({ context, draft }: CaseRun, instance: string): Promise<string | null> {
  return draft.findOfficial(instance) ?? findLastOfficial(context.tx, context.tx.tenant, instance)
}
