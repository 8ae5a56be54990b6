import type { ActKind } from '../../rules/status-model.ts'
import type { InstanceRow } from '../../store/instances.ts'
import type { CaseRun } from '../case-run.ts'

/** A legal act that a process may record: what it does to the case, its entry among the acts, and its line in the timeline. */
export interface RecordedAct {
  readonly kind: ActKind
  apply(run: CaseRun, instance: InstanceRow): Promise<void>
}

/** What a task or the rules found, as the data of the case keep it under a name. */
export interface Found {
  readonly outcome?: string
  readonly reason?: string
  readonly grounds?: readonly string[]
}

/** A part of the data of a case; empty while there is none. */
export function partOf(run: CaseRun, name: string): Found & Record<string, unknown> {
  return (run.row.data[name] ?? {}) as Found & Record<string, unknown>
}
