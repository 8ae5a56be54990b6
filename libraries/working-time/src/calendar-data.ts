import type { CivilDate } from './civil.ts'

/** Time of day `HH:MM` on the wall clock. */
export type TimeOfDay = string

/** A day that differs from the weekly rule, with the act that says so. */
export interface SpecialDay {
  readonly date: CivilDate
  /**
   * `holiday`: not worked; `working`: a day of the weekend that is worked; `short`: worked with fewer hours; `working-short`:
   * a day of the weekend that is worked with fewer hours.
   */
  readonly kind: 'holiday' | 'working' | 'short' | 'working-short'
  /** Key of a message. */
  readonly name?: string
  readonly source: string
}

/** When people work on a working day. */
export interface WorkingHours {
  readonly from: TimeOfDay
  readonly to: TimeOfDay
  readonly break?: { readonly from: TimeOfDay; readonly to: TimeOfDay }
  /** End of a short day; without it a short day is as long as others. */
  readonly shortTo?: TimeOfDay
}

/** The acts on which the days of a year rest. */
export interface YearSource {
  readonly year: number
  readonly acts: readonly string[]
  /** Where the acts, or what is known of them, can be read: addresses. */
  readonly evidence: readonly string[]
  /** `adopted`: the days moved in the year are settled; `derived`: the holidays follow from the law, days may still be moved. */
  readonly status: 'adopted' | 'derived'
}

/** What a region adds to the days of the country. */
export interface RegionalDays {
  readonly region: string
  /** First day on which it was known; absent: since the calendar itself. */
  readonly known?: CivilDate
  readonly days: readonly SpecialDay[]
}

/** A later version of a calendar, as the difference that an act made. */
export interface CalendarAmendment {
  /** The version of the calendar with it and all before it. */
  readonly version: string
  /** The day on which it became known: signed or published, from which a term may be counted by it. */
  readonly known: CivilDate
  readonly act: string
  /** Years that are covered from now on. */
  readonly years?: readonly number[]
  /** Sources of years, in place of the earlier ones. */
  readonly sources?: readonly YearSource[]
  /** Days that are new or take the place of an earlier entry of the same date. */
  readonly days?: readonly SpecialDay[]
  /** Dates that follow the weekly rule again. */
  readonly withdrawn?: readonly CivilDate[]
}

/** A working calendar: versioned data. Nothing is said about years that are not in `years`. */
export interface Calendar {
  readonly format: 1
  readonly id: string
  /** Version of the days without amendments. */
  readonly version: string
  /** IANA zone of its dates and hours. */
  readonly zone: string
  /** The whole years it covers. */
  readonly years: readonly number[]
  /** For each year, the acts behind its days. */
  readonly sources?: readonly YearSource[]
  /** ISO days of the week that are not worked, Monday = 1. */
  readonly weekend: readonly number[]
  readonly days: readonly SpecialDay[]
  readonly hours: WorkingHours
  /** Later versions, the earliest first. */
  readonly amendments?: readonly CalendarAmendment[]
  readonly regional?: readonly RegionalDays[]
  /** The region whose days are among `days`; set by `calendarOfRegion`. */
  readonly region?: string
}

/** What a calendar says about a date. `name` and `source` come from the special day. */
export type Day =
  | { readonly works: true; readonly short: boolean; readonly name?: string; readonly source?: string }
  | { readonly works: false; readonly because: 'weekend' | 'holiday'; readonly name?: string; readonly source?: string }
