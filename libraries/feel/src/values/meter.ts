// What anything costs is decided here and nowhere else.
//
// The rule: one step stands for about a tenth of a microsecond of work and for at most some thirty bytes that may be kept.
// Whoever reads or makes something spends as many steps as it is long: text a step for 16 UTF-16 units, a list a step for 4
// items, a number that needs more than the processor's own arithmetic 20 steps; an iteration and a call spend the size of
// their body besides. So the ten million steps of an evaluation end within a few seconds and half a gigabyte, whatever the
// expression does.

import { Decimal } from './decimal.ts'
import { FeelRange } from './range.ts'
import { FeelDateTime, FeelTime } from './temporal.ts'
import type { FeelValue } from './value.ts'

/** Where work is counted: an evaluation, or the allowance of a host. */
export interface Meter {
  /** Counts work done; throws a `LimitFault` when there is too much of it. */
  spend(steps: number): void
}

/** The bounds that end an evaluation; each is also the code of a warning. */
export type LimitCode = 'feel.too-many-steps' | 'feel.recursion-too-deep' | 'feel.value-too-large'

/** Ends work that is too much; `bounded` turns it into null with a warning. */
export class LimitFault extends Error {
  readonly code: LimitCode

  constructor(code: LimitCode) {
    super(code)
    this.code = code
  }
}

/** Steps of an evaluation that sets no bound of its own. */
export const DEFAULT_STEPS = 10_000_000

/** A meter of its own, for a host that works with values outside of an evaluation. */
export class Allowance implements Meter {
  private left: number
  private readonly code: LimitCode

  constructor(steps: number = DEFAULT_STEPS, code: LimitCode = 'feel.too-many-steps') {
    this.left = steps
    this.code = code
  }

  spend(steps: number): void {
    this.left -= steps
    if (this.left < 0) throw new LimitFault(this.code)
  }
}

/** The longest text that a function or an operator makes, in UTF-16 units. */
export const MAX_TEXT = 10_000_000

const SLOW_NUMBER = 20
const ZONE = 300

/** Steps for reading or making a text. */
export function costOfText(text: string): number {
  return text.length >> 4
}

/** Steps for reading a numeral, which takes more than its length when it is very long. */
export function costOfNumeral(text: string): number {
  return text.length * (1 + (text.length >> 14))
}

/** Steps for looking at a value, not at what is inside of it. */
export function costOf(value: FeelValue | undefined): number {
  if (typeof value === 'string') return value.length >> 4
  if (typeof value !== 'object' || value === null) return 0
  if (Array.isArray(value)) return value.length >> 2
  if (value instanceof Decimal) return SLOW_NUMBER
  // The rules of a zone are asked of the runtime, which is slow.
  if (value instanceof FeelDateTime) return costOf(value.time)
  if (value instanceof FeelRange) return costOf(value.start) + costOf(value.end)
  if (value instanceof FeelTime) return value.place !== null && 'zone' in value.place ? ZONE : 0
  return 0
}

/** Steps for adding, multiplying or rounding a number: none for whole ones and for those with few decimals. */
export function costOfNumber(value: FeelValue | undefined): number {
  if (typeof value !== 'number') return SLOW_NUMBER
  if (Number.isInteger(value)) return 0
  return value < 1e8 && value > -1e8 && Math.round(value * 1e6) / 1e6 === value ? 0 : SLOW_NUMBER
}

/** Steps for adding up or multiplying numbers one after the other. */
export function costOfNumbers(values: readonly FeelValue[]): number {
  let cost = values.length
  for (const value of values) cost += costOfNumber(value)
  return cost
}

/** Steps for ordering so many values, each comparison at a price. */
export function costOfSorting(count: number, each: number): number {
  return Math.ceil((count * Math.log2(count + 1) * each) / 2)
}

/** Steps for a number to a power, whether it has a result or not. */
export function costOfPower(exponent: FeelValue): number {
  if (typeof exponent !== 'number' || !Number.isInteger(exponent)) return 500
  return Math.min(800, 20 + Math.abs(exponent))
}
