import type { Span } from '../syntax/tree.ts'
import type { CallSite } from '../values/function.ts'
import type { FeelContext, FeelValue } from '../values/value.ts'

/** Why a part of an expression became null: a stable code, its place in the text, and the data of the case. */
export interface Warning {
  readonly code: string
  readonly start: number
  readonly end: number
  readonly params: Readonly<Record<string, unknown>>
}

/** What bounds an evaluation. */
export interface Limits {
  /** Iterations, list items made and calls, together. */
  readonly steps: number
  /** Calls of functions inside calls of functions. */
  readonly depth: number
}

/** The bounds of an evaluation that sets none. */
export const DEFAULT_LIMITS: Limits = { steps: 10_000_000, depth: 200 }

const MAX_WARNINGS = 100

/** Ends an evaluation that does too much; never leaves the library. */
export class LimitFault extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** One evaluation of anything: its clock, its limits and what it warned about. Shared by all expressions that take part. */
export class Session {
  readonly now: string | undefined
  readonly zone: string | undefined
  readonly warnings: Warning[] = []
  private readonly limits: Limits
  private steps = 0
  private depth = 0

  constructor(options: { readonly now?: string; readonly zone?: string; readonly limits?: Partial<Limits> } = {}) {
    this.now = options.now
    this.zone = options.zone
    this.limits = options.limits === undefined ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, ...options.limits }
  }

  warn(code: string, span: Span, params: Readonly<Record<string, unknown>> = {}): null {
    if (this.warnings.length < MAX_WARNINGS) this.warnings.push({ code, start: span.start, end: span.end, params })
    return null
  }

  spend(units: number): void {
    this.steps += units
    if (this.steps > this.limits.steps) throw new LimitFault('feel.too-many-steps')
  }

  enter(): void {
    this.depth += 1
    this.spend(1)
    if (this.depth > this.limits.depth) throw new LimitFault('feel.recursion-too-deep')
  }

  leave(): void {
    this.depth -= 1
  }

  /** The door that a function gets when it is called at a place of the text. */
  site(span: Span): CallSite {
    return {
      warn: (code, params) => void this.warn(code, span, params),
      spend: units => this.spend(units),
      now: this.now,
      zone: this.zone,
    }
  }
}

/** One expression being run: its session and its data. */
export class Run {
  readonly session: Session
  readonly root: FeelContext
  /** The value under test in unary tests; undefined elsewhere. */
  readonly input: FeelValue | undefined

  constructor(session: Session, root: FeelContext, input: FeelValue | undefined) {
    this.session = session
    this.root = root
    this.input = input
  }

  warn(code: string, span: Span, params?: Readonly<Record<string, unknown>>): null {
    return this.session.warn(code, span, params)
  }

  spend(units: number): void {
    this.session.spend(units)
  }
}

/** The local values of one activation of an expression or function. */
export class Frame {
  readonly run: Run
  readonly slots: FeelValue[]
  readonly parent: Frame | null

  constructor(run: Run, slots: FeelValue[], parent: Frame | null) {
    this.run = run
    this.slots = slots
    this.parent = parent
  }

  /** The frame as it is now, for a function that outlives the loop it was made in. */
  captured(): Frame {
    return new Frame(this.run, this.slots.slice(), this.parent)
  }
}

/** A compiled expression: a closure over the tree, run against a frame. */
export type Code = (frame: Frame) => FeelValue
