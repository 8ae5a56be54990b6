import {
  add,
  compareValues,
  DaysTimeDuration,
  divide,
  FeelDate,
  FeelDateTime,
  FeelTime,
  type FeelValue,
  isNumber,
  type Kind,
  kindOf,
  literalOf,
  numberText,
  parseDateTime,
  roundTo,
  YearsMonthsDuration,
} from '@tereze/feel'

/** Kinds of values that tests can be compared over. */
export const ANALYSED: ReadonlySet<Kind> = new Set<Kind>([
  'number',
  'string',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
])

/**
 * The values of one column, cut into atoms that no test of the column tells apart: the points that tests name, and the
 * stretches between them. Atom `2k` is the stretch before point k, atom `2k + 1` the point k, the last one is the rest.
 */
export class Domain {
  readonly kind: Kind
  readonly points: readonly FeelValue[]
  /** Atoms that have a value, by index. */
  readonly possible: readonly boolean[]
  private readonly samples: readonly (FeelValue | undefined)[]

  constructor(kind: Kind, points: readonly FeelValue[]) {
    this.kind = kind
    this.points = kind === 'boolean' ? [false, true] : distinct(points)
    this.samples = Array.from({ length: this.points.length * 2 + 1 }, (_, atom) => this.find(atom))
    this.possible = this.samples.map(sample => sample !== undefined)
  }

  get size(): number {
    return this.samples.length
  }

  /** A value in the atom; undefined when there is none. */
  sample(atom: number): FeelValue | undefined {
    return this.samples[atom]
  }

  private find(atom: number): FeelValue | undefined {
    const at = Math.floor(atom / 2)
    if (atom % 2 === 1) return this.points[at]
    if (this.kind === 'boolean') return undefined
    return between(this.kind, this.points[at - 1], this.points[at])
  }

  /** FEEL unary tests for a set of atoms. */
  describe(atoms: readonly boolean[]): string {
    if (this.possible.every((possible, atom) => !possible || atoms[atom] === true)) return '-'
    const texts: string[] = []
    for (let first = 0; first < this.size; first++) {
      if (atoms[first] !== true) continue
      let last = first
      while (last + 1 < this.size && (atoms[last + 1] === true || this.possible[last + 1] === false)) last += 1
      while (last > first && atoms[last] !== true) last -= 1
      texts.push(this.run(first, last))
      first = last
    }
    return texts.join(', ')
  }

  private run(first: number, last: number): string {
    const point = (at: number): string => feelText(this.points[at] ?? null)
    if (first === last && first % 2 === 1) return point((first - 1) / 2)
    const startIncluded = first % 2 === 1
    const endIncluded = last % 2 === 1
    const start = startIncluded ? (first - 1) / 2 : first / 2 - 1
    const end = endIncluded ? (last - 1) / 2 : last / 2
    if (start < 0) return end >= this.points.length ? '-' : `${endIncluded ? '<=' : '<'} ${point(end)}`
    if (end >= this.points.length) return `${startIncluded ? '>=' : '>'} ${point(start)}`
    return `${startIncluded ? '[' : '('}${point(start)}..${point(end)}${endIncluded ? ']' : ')'}`
  }
}

/** The value as FEEL text that can be read again. */
export function feelText(value: FeelValue): string {
  const kind = kindOf(value)
  if (kind === 'string' || kind === 'boolean' || kind === 'null') return literalOf(value)
  return isNumber(value) ? numberText(value) : `@"${String(value)}"`
}

function distinct(points: readonly FeelValue[]): FeelValue[] {
  const sorted = points.slice().sort((a, b) => compareValues(a, b) ?? 0)
  return sorted.filter((point, i) => i === 0 || compareValues(sorted[i - 1] ?? null, point) !== 0)
}

/** A value strictly between two points, either of which may be missing; undefined when there is none. */
function between(kind: Kind, low: FeelValue | undefined, high: FeelValue | undefined): FeelValue | undefined {
  switch (kind) {
    case 'number':
      return numberBetween(low, high)
    case 'string':
      return textBetween(low as string | undefined, high as string | undefined)
    case 'date':
      return dateBetween(low as FeelDate | undefined, high as FeelDate | undefined)
    case 'years and months duration': {
      const [from, to] = [low as YearsMonthsDuration | undefined, high as YearsMonthsDuration | undefined]
      const months = whole(from?.months, to?.months)
      return months === undefined ? undefined : new YearsMonthsDuration(months)
    }
    case 'days and time duration': {
      const [from, to] = [low as DaysTimeDuration | undefined, high as DaysTimeDuration | undefined]
      const nanos = big(from?.nanos, to?.nanos, 86_400_000_000_000n)
      return nanos === undefined ? undefined : new DaysTimeDuration(nanos)
    }
    case 'time':
      return timeBetween(low as FeelTime | undefined, high as FeelTime | undefined)
    case 'date and time':
      return momentBetween(low as FeelDateTime | undefined, high as FeelDateTime | undefined)
    default:
      return undefined
  }
}

function numberBetween(low: FeelValue | undefined, high: FeelValue | undefined): FeelValue | undefined {
  const from = isNumber(low) ? low : undefined
  const to = isNumber(high) ? high : undefined
  if (from === undefined && to === undefined) return 0
  if (from === undefined) return add(to ?? 0, -1) ?? undefined
  if (to === undefined) return add(from, 1) ?? undefined
  const floor = roundTo(from, 0, 'floor')
  const next = floor === null ? null : add(floor, 1)
  if (next !== null && (compareValues(next, to) ?? 0) < 0) return next
  const both = add(from, to)
  const middle = both === null ? null : divide(both, 2)
  const inside = middle !== null && (compareValues(from, middle) ?? 0) < 0 && (compareValues(middle, to) ?? 0) < 0
  return inside ? middle : undefined
}

function textBetween(low: string | undefined, high: string | undefined): string | undefined {
  if (low === undefined) return high === '' ? undefined : high === undefined ? 'other' : ''
  if (high === undefined) return `${low}~`
  for (const suffix of ['-', ' ', '\u0001', '\u0000']) {
    const text = low + suffix
    if ((compareValues(text, high) ?? 0) < 0) return text
  }
  return undefined
}

function whole(low: number | undefined, high: number | undefined): number | undefined {
  if (low === undefined) return high === undefined ? 0 : high - 1
  if (high === undefined || low + 1 < high) return low + 1
  return undefined
}

function big(low: bigint | undefined, high: bigint | undefined, step: bigint): bigint | undefined {
  if (low === undefined) return high === undefined ? 0n : high - step
  if (high === undefined) return low + step
  if (high - low > step) return low + step
  return high - low > 1n ? (low + high) / 2n : undefined
}

function dateBetween(low: FeelDate | undefined, high: FeelDate | undefined): FeelDate | undefined {
  const days = whole(low?.days, high?.days)
  if (days === undefined) return undefined
  if (low === undefined && high === undefined) return new FeelDate(2026, 1, 1)
  const text = new Date(days * 86_400_000).toISOString().slice(0, 10)
  return low === undefined || high === undefined || days > low.days
    ? new FeelDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
    : undefined
}

const DAY = 86_400_000_000_000n

function timeBetween(low: FeelTime | undefined, high: FeelTime | undefined): FeelTime | undefined {
  const nanos = (time: FeelTime): bigint => BigInt(time.second) * 1_000_000_000n + BigInt(time.nanos)
  const middle = big(low === undefined ? -1n : nanos(low), high === undefined ? DAY : nanos(high), 60_000_000_000n)
  if (middle === undefined || middle < 0n || middle >= DAY) return undefined
  return new FeelTime(Number(middle / 1_000_000_000n), Number(middle % 1_000_000_000n), (low ?? high)?.place ?? null)
}

function momentBetween(low: FeelDateTime | undefined, high: FeelDateTime | undefined): FeelDateTime | undefined {
  const anchor = low ?? high
  if (anchor === undefined) return parseDateTime('2026-01-01T00:00:00') ?? undefined
  for (const seconds of [86_400, 3600, 1]) {
    const moved = shift(anchor, low === undefined ? -seconds : seconds)
    if (moved === null) continue
    if (low === undefined || high === undefined || (compareValues(moved, high) ?? 0) < 0) return moved
  }
  return undefined
}

function shift(moment: FeelDateTime, seconds: number): FeelDateTime | null {
  const total = moment.date.days * 86_400 + moment.time.second + seconds
  const days = Math.floor(total / 86_400)
  const text = new Date(days * 86_400_000).toISOString().slice(0, 10)
  const date = new FeelDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
  return new FeelDateTime(date, new FeelTime(total - days * 86_400, moment.time.nanos, moment.time.place))
}
