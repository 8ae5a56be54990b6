import { FeelScalar } from './decimal.ts'

const NANOS = 1_000_000_000n

/** A days and time duration (DMN 1.5 §10.3.2.3.7), in nanoseconds. */
export class DaysTimeDuration extends FeelScalar {
  readonly kind = 'days and time duration'
  readonly nanos: bigint

  constructor(nanos: bigint) {
    super()
    this.nanos = nanos
  }

  override toString(): string {
    const negative = this.nanos < 0n
    const size = negative ? -this.nanos : this.nanos
    const total = size / NANOS
    const days = total / 86_400n
    const hours = (total % 86_400n) / 3600n
    const minutes = (total % 3600n) / 60n
    const seconds = total % 60n
    const fraction = size % NANOS
    const tail = fraction === 0n ? '' : `.${fraction.toString().padStart(9, '0').replace(/0+$/, '')}`
    let text = days > 0n ? `${days}D` : ''
    if (hours > 0n || minutes > 0n || seconds > 0n || fraction > 0n) {
      text += 'T'
      if (hours > 0n) text += `${hours}H`
      if (minutes > 0n) text += `${minutes}M`
      if (seconds > 0n || fraction > 0n) text += `${seconds}${tail}S`
    }
    return `${negative ? '-' : ''}P${text === '' ? 'T0S' : text}`
  }

  toJSON(): string {
    return this.toString()
  }
}

/** A years and months duration (DMN 1.5 §10.3.2.3.8), in months. */
export class YearsMonthsDuration extends FeelScalar {
  readonly kind = 'years and months duration'
  readonly months: number

  constructor(months: number) {
    super()
    this.months = months + 0
  }

  override toString(): string {
    const size = Math.abs(this.months)
    const years = Math.floor(size / 12)
    const months = size % 12
    const text = `${years > 0 ? `${years}Y` : ''}${months > 0 ? `${months}M` : ''}`
    return `${this.months < 0 ? '-' : ''}P${text === '' ? '0M' : text}`
  }

  toJSON(): string {
    return this.toString()
  }
}

const YEARS_MONTHS = /^(-?)P(?:(\d{1,12})Y)?(?:(\d{1,12})M)?$/
// The compatibility kit reads `PT0.S` (1120-feel-duration-function 011), although XML Schema asks for a digit after the dot.
const DAYS_TIME = /^(-?)P(?:(\d{1,15})D)?(T(?:(\d{1,15})H)?(?:(\d{1,15})M)?(?:(\d{1,18})(?:\.(\d{0,100}))?S)?)?$/

/** Largest number of months that a duration may have: the whole span of FEEL's years, from the first to the last. */
const MAX_MONTHS = 12 * 2_000_000_000

/** The duration of a whole number of months; null beyond the span of FEEL's years. */
export function yearsMonths(months: number): YearsMonthsDuration | null {
  return Number.isInteger(months) && Math.abs(months) <= MAX_MONTHS ? new YearsMonthsDuration(months) : null
}

/** Reads an ISO 8601 duration of one of FEEL's two kinds; null when it is neither. */
export function parseDuration(text: string): DaysTimeDuration | YearsMonthsDuration | null {
  const months = YEARS_MONTHS.exec(text)
  if (months !== null && (months[2] !== undefined || months[3] !== undefined)) {
    const total = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0)
    return yearsMonths(months[1] === '-' ? -total : total)
  }
  const days = DAYS_TIME.exec(text)
  if (days === null) return null
  const [, sign, d, clock, h, m, s, fraction] = days
  if (clock === 'T' || (d === undefined && clock === undefined)) return null
  const seconds = BigInt(d ?? 0) * 86_400n + BigInt(h ?? 0) * 3600n + BigInt(m ?? 0) * 60n + BigInt(s ?? 0)
  const nanos = seconds * NANOS + BigInt((fraction ?? '').padEnd(9, '0').slice(0, 9))
  return new DaysTimeDuration(sign === '-' ? -nanos : nanos)
}

/** Years, months, days … of a duration, each with the sign of the whole (DMN 1.5 table 66). */
export function daysTimeParts(value: DaysTimeDuration): {
  days: number
  hours: number
  minutes: number
  seconds: bigint
} {
  const total = value.nanos / NANOS
  return {
    days: Number(total / 86_400n),
    hours: Number((total % 86_400n) / 3600n),
    minutes: Number((total % 3600n) / 60n),
    seconds: value.nanos % (60n * NANOS),
  }
}
