import type { ListingReason, RefusalReason } from './reasons.ts'

/**
 * One extension attribute or element of the input. `element` is the id of the BPMN element it stands on, or
 * `form:<name>` or `form:<name>/<component>`; `attribute` is its place there: `@camunda:assignee`,
 * `camunda:in[2]/@source`, `validate.required`.
 */
export interface Unit {
  readonly element: string
  readonly attribute: string
}

/** Something that has a meaning here, and where it went. */
export interface Mapped extends Unit {
  readonly to: string
}

/** Something that was not taken over, and why. */
export interface Listed extends Unit {
  readonly why: ListingReason
}

/** Something that cannot run as it stands; without `attribute` the element itself, as the engine sees it. */
export interface Refused {
  readonly element: string
  readonly attribute?: string
  readonly reason: RefusalReason
}

/** What a person has to supply before the process can run. */
export interface Missing {
  readonly element: string
  readonly what: 'role' | 'step' | 'decision' | 'message-key'
  /** What the model says about it: the topic of the work, the name of the decision. */
  readonly hint: string
}

/** A name that had to change because keys of messages and ids have a form here. */
export interface Renamed {
  readonly kind: 'element' | 'data' | 'form'
  readonly from: string
  readonly to: string
}

/** What became of everything in the input: each extension attribute and element is in `mapped`, `listed` or `refused` once. */
export interface ImportReport {
  readonly mapped: readonly Mapped[]
  readonly listed: readonly Listed[]
  readonly refused: readonly Refused[]
  readonly missing: readonly Missing[]
  readonly renamed: readonly Renamed[]
  /** Keys whose English words stand in all three languages. */
  readonly untranslated: readonly string[]
}

/** What becomes of a unit. */
export type Outcome = { readonly to: string } | { readonly why: ListingReason } | { readonly reason: RefusalReason }

/** Keeps account of every unit: each is told once, and what nobody told about is listed at the end. */
export class Ledger {
  private readonly units = new Map<object, Unit>()
  private readonly told = new Map<object, Outcome>()
  private readonly more: Refused[] = []

  /** Enters a unit, known by the object it was read from. */
  enter(key: object, unit: Unit): void {
    this.units.set(key, unit)
  }

  /** Says what becomes of a unit; what was never entered is no unit, and the first outcome stands. */
  tell(key: object | undefined, outcome: Outcome): void {
    if (key !== undefined && this.units.has(key) && !this.told.has(key)) this.told.set(key, outcome)
  }

  /** Whether the unit's outcome is known already. */
  has(key: object): boolean {
    return this.told.has(key)
  }

  /** Refuses an element for itself. */
  refuse(element: string, reason: RefusalReason): void {
    if (!this.more.some(other => other.element === element && other.reason === reason))
      this.more.push({ element, reason })
  }

  /** The three lists, in the order in which the units were entered. */
  close(): Pick<ImportReport, 'mapped' | 'listed' | 'refused'> {
    const mapped: Mapped[] = []
    const listed: Listed[] = []
    const refused: Refused[] = []
    for (const [key, unit] of this.units) {
      const outcome = this.told.get(key) ?? { why: 'no-meaning' }
      if ('to' in outcome) mapped.push({ ...unit, to: outcome.to })
      else if ('why' in outcome) listed.push({ ...unit, why: outcome.why })
      else refused.push({ ...unit, reason: outcome.reason })
    }
    return { mapped, listed, refused: [...refused, ...this.more] }
  }
}
