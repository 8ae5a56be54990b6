import type { Json, JsonObject } from './json.ts'
import type { FieldKind, FieldLayout, GroupLayout, PageLayout, RepeatLayout } from './layout.ts'
import type { Problem } from './problem.ts'

/** Where a value that we already have came from; shown to the person as it is given. */
export interface Source {
  /** Register, contract or document that the value came from. */
  readonly id: string
  /** Instant or date at which it was true or fetched. */
  readonly at?: string
  /** Id of the exchange message that brought it. */
  readonly messageId?: string
}

/** A value known beforehand. `pointer` is into the data; an element of a repeated item is named by its key. */
export interface Prefill {
  readonly pointer: string
  readonly value: Json
  readonly source: Source
  /** Overrides what the layout says. */
  readonly mode?: 'locked' | 'correctable' | 'suggestion'
}

/** Everything that a state depends on. */
export interface FormInput {
  /** The draft: what the person has given so far. Hidden fields keep their values in it (semantics 2). */
  readonly data: JsonObject
  readonly prefill?: readonly Prefill[]
  /** What expressions may read besides the data (`applicant`, `facts` …). */
  readonly context?: JsonObject
  /** The moment, ISO 8601 in UTC. */
  readonly now: string
  /** IANA zone in which `today()` is taken. */
  readonly zone: string
}

/** A thing to choose. */
export interface Option {
  /** What the page posts back. */
  readonly id: string
  /** What the data gets. */
  readonly value: Json
  /** The whole option as the expression gave it, for its wording; equal to the value for schema values. */
  readonly about: Json
}

/** What may be done with a value: nothing, correct it, take or leave it, give it. */
export type FieldMode = 'locked' | 'correctable' | 'suggestion' | 'open'

/** A field as it stands now. */
export interface FieldState {
  readonly kind: 'field'
  /** JSON Pointer into the data, list elements by index. */
  readonly pointer: string
  readonly as: FieldKind
  readonly layout: FieldLayout
  readonly visible: boolean
  readonly required: boolean
  /** What to show: the given value, else the known one, else null. */
  readonly value: Json
  /** True when the person gave it, or it needs nobody to (locked, calculated, correctable and left alone). */
  readonly settled: boolean
  readonly mode: FieldMode
  readonly calculated: boolean
  /** What is known beforehand, even where the person gave something else. */
  readonly known: Json
  readonly source: Source | null
  readonly options: readonly Option[] | null
  readonly maxLength: number | null
  readonly problems: readonly Problem[]
}

/** A group as it stands now. */
export interface GroupState {
  readonly kind: 'group'
  readonly layout: GroupLayout
  readonly visible: boolean
  readonly items: readonly ItemState[]
}

/** One element of a repeated item. */
export interface ElementState {
  readonly key: string
  readonly items: readonly ItemState[]
}

/** A repeated item as it stands now. */
export interface RepeatState {
  readonly kind: 'repeat'
  readonly pointer: string
  readonly as: 'repeat'
  readonly layout: RepeatLayout
  readonly keyName: string
  readonly visible: boolean
  readonly required: boolean
  readonly mode: FieldMode
  readonly source: Source | null
  readonly elements: readonly ElementState[]
  readonly problems: readonly Problem[]
}

/** Anything on a page. */
export type ItemState = FieldState | GroupState | RepeatState

/** A page as it stands now. */
export interface PageState {
  readonly id: string
  readonly layout: PageLayout
  readonly visible: boolean
  /** Why the form ends here, and what else there is; null on a page with questions. */
  readonly exit: { readonly text: string; readonly instead: readonly string[] } | null
  readonly items: readonly ItemState[]
}

/** A known value and the different one that the person gave: both are kept (semantics 4). */
export interface Discrepancy {
  readonly pointer: string
  readonly known: Json
  readonly given: Json
  readonly source: Source
}

/** The form as it stands now. */
export interface FormState {
  readonly pages: readonly PageState[]
  /** Id of the first visible page that ends the form, null when none does. */
  readonly exit: string | null
  /** The visible values, blanks left out: what would be submitted. */
  readonly values: JsonObject
  readonly discrepancies: readonly Discrepancy[]
}
