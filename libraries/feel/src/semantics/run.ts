import type { Span } from '../syntax/tree.ts'
import type { CallSite } from '../values/function.ts'
import { DEFAULT_STEPS, type LimitCode, LimitFault, type Meter } from '../values/meter.ts'
import type { FeelContext, FeelValue } from '../values/value.ts'
import type { Warning, WarningCode } from './warning.ts'

/** What bounds an evaluation. */
export interface Limits {
  /** Work of every kind, counted by the rule of `values/meter.ts`. */
  readonly steps: number
  /** Calls of functions inside calls of functions. */
  readonly depth: number
}

/** The bounds of an evaluation that sets none. */
export const DEFAULT_LIMITS: Limits = { steps: DEFAULT_STEPS, depth: 200 }

const MAX_WARNINGS = 100

/** Codes of warnings that end an evaluation. */
const ENDS: ReadonlySet<string> = new Set<LimitCode>([
  'feel.too-many-steps',
  'feel.recursion-too-deep',
  'feel.value-too-large',
])

/** The most patterns that are remembered as compiled. */
const MAX_PATTERNS = 500

/**
 * One evaluation of anything: its clock, its limits and what it warned about. Shared by all expressions that take part. A
 * host may warn with codes of its own.
 */
export class Session<Code extends string = string> implements Meter {
  readonly now: string | undefined
  readonly zone: string | undefined
  readonly warnings: Warning<Code>[] = []
  private readonly limits: Limits
  private steps = 0
  private depth = 0
  private quiet = 0
  private patterns: Set<string> | null = null

  constructor(options: { readonly now?: string; readonly zone?: string; readonly limits?: Partial<Limits> } = {}) {
    this.now = options.now
    this.zone = options.zone
    this.limits = options.limits === undefined ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, ...options.limits }
  }

  /** Keeps a warning: the first hundred of them, and always the one that says why the evaluation was ended; gives null. */
  warn(code: Code | WarningCode, span: Span, params: Readonly<Record<string, unknown>> = {}): null {
    const last = ENDS.has(code)
    if (!last && (this.quiet > 0 || this.warnings.length > MAX_WARNINGS)) return null
    const { start, end } = span
    const warning =
      last || this.warnings.length < MAX_WARNINGS
        ? { code, start, end, params }
        : { code: 'feel.warnings-cut' as const, start, end, params: { kept: MAX_WARNINGS } }
    this.warnings.push(warning as Warning<Code>)
    return null
  }

  /** Does something whose warnings nobody needs. */
  quietly<T>(work: () => T): T {
    this.quiet += 1
    try {
      return work()
    } finally {
      this.quiet -= 1
    }
  }

  spend(units: number): void {
    this.steps += units
    if (this.steps > this.limits.steps) throw new LimitFault('feel.too-many-steps')
  }

  /** Counts the making of a pattern, the first time that it is used. */
  spendOnPattern(key: string, steps: number): void {
    this.patterns ??= new Set()
    if (this.patterns.has(key)) return
    if (this.patterns.size >= MAX_PATTERNS) this.patterns.clear()
    this.patterns.add(key)
    this.spend(steps)
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
      warn: (code, params) => void this.warn(code as Code, span, params),
      spend: units => this.spend(units),
      spendOnPattern: (key, steps) => this.spendOnPattern(key, steps),
      now: this.now,
      zone: this.zone,
    }
  }
}

/** One expression being run: its session and its data. */
export class Run implements Meter {
  readonly session: Session
  readonly root: FeelContext
  /** The value under test in unary tests; undefined elsewhere. */
  readonly input: FeelValue | undefined

  constructor(session: Session, root: FeelContext, input: FeelValue | undefined) {
    this.session = session
    this.root = root
    this.input = input
  }

  warn(code: WarningCode, span: Span, params?: Readonly<Record<string, unknown>>): null {
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
    this.run.spend(8 + (this.slots.length >> 2))
    return new Frame(this.run, this.slots.slice(), this.parent)
  }

  /** The same local values with another value under test. */
  asking(input: FeelValue): Frame {
    return new Frame(new Run(this.run.session, this.run.root, input), this.slots, this.parent)
  }
}

/** A compiled expression: a closure over the tree, run against a frame. */
export type Code = (frame: Frame) => FeelValue
