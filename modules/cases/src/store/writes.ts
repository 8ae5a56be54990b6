import type { CaseRow, LastPlaces } from './cases.ts'
import type { DeadlineRow } from './deadlines.ts'
import type { InstanceRow } from './instances.ts'
import type { MessageRow, SubscriptionRow } from './messages.ts'
import type { ActRow, DecisionRow, HistoryRow, IncidentRow, TimelineRow } from './records.ts'
import type { NewTask, TaskEnd } from './tasks.ts'
import type { NewWatch } from './watches.ts'
import type { NewWork } from './work.ts'

/** A row of a case with its place in the order of its kind. */
export type Placed<Row> = Row & { readonly caseId: string; readonly ordinal: number }

/** All rows that moving one case writes. */
export interface CaseWrites {
  readonly row: CaseRow
  /** The last places in the order of its rows, with those written here. */
  readonly last: LastPlaces
  /** New and changed ones, by id. */
  readonly instances: ReadonlyMap<string, InstanceRow>
  readonly tasks: ReadonlyMap<string, NewTask & { readonly end: TaskEnd | null }>
  /** Tasks that were open before. */
  readonly endedTasks: ReadonlyMap<string, TaskEnd & { readonly id: string }>
  readonly work: ReadonlyMap<string, NewWork>
  readonly deletedWork: ReadonlySet<string>
  readonly subscriptions: ReadonlyMap<string, SubscriptionRow>
  readonly deletedSubscriptions: ReadonlySet<string>
  readonly messages: ReadonlyMap<string, MessageRow>
  readonly acts: readonly Placed<ActRow>[]
  readonly decisions: readonly Placed<Omit<DecisionRow, 'trace'> & { readonly trace: Uint8Array | null }>[]
  readonly timeline: readonly Placed<TimelineRow>[]
  readonly history: readonly Placed<Omit<HistoryRow, 'ordinal'> & { readonly at: string }>[]
  readonly incidents: ReadonlyMap<string, IncidentRow & { readonly resolvedAt: string | null }>
  /** Incidents that were open before. */
  readonly resolved: ReadonlyMap<string, { readonly id: string; readonly at: string }>
  readonly deadlines: readonly (DeadlineRow & { readonly caseId: string })[]
  readonly watches: ReadonlyMap<string, NewWatch>
}
