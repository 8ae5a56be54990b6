import type { CivilDate } from './civil.ts'
import type { Term } from './term.ts'

/** One thing that decided a deadline; `clause` is the law behind the rule, where the jurisdiction names it. */
export type TraceLine = { readonly clause?: string } & (
  | { readonly rule: 'received'; readonly at: string; readonly date: CivilDate }
  | { readonly rule: 'receivedAfterHours'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly rule: 'start'; readonly date: CivilDate }
  | {
      readonly rule: 'notCounted'
      readonly from: CivilDate
      readonly to: CivilDate
      readonly because: 'weekend' | 'holiday' | 'short-day' | 'suspension'
      readonly name?: string
      readonly source?: string
    }
  | { readonly rule: 'monthWithoutDay'; readonly date: CivilDate }
  | { readonly rule: 'suspension'; readonly from: string; readonly to: string }
  | { readonly rule: 'endsOnNonWorkingDay'; readonly from: CivilDate; readonly to: CivilDate }
  | {
      readonly rule: 'suspendedBy'
      readonly from: string
      readonly to: string
      /** Whether its end condition was met, or the longest time it may last had passed. */
      readonly ended: 'condition' | 'limit'
      readonly ground?: string
      readonly act?: string
    }
  | { readonly rule: 'extension'; readonly by: Term; readonly date: CivilDate; readonly act?: string }
  | { readonly rule: 'withinCase'; readonly from: CivilDate; readonly to: CivilDate }
)

/** How a deadline came about: by which calendar, rules and zone, and line by line. */
export interface Trace {
  readonly calendar: string
  readonly rules: string
  readonly zone: string
  /** The day whose knowledge the calendar holds, where the caller asked for one. */
  readonly asOf?: CivilDate
  /** Version of the zone data, as the caller gave it. */
  readonly zoneData?: string
  readonly lines: readonly TraceLine[]
}
