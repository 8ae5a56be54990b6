import { compareValues } from '../values/compare.ts'
import { FeelRange } from '../values/range.ts'
import type { FeelValue } from '../values/value.ts'
import { type BuiltinFunction, builtin, overload } from './define.ts'

// A range that is open at an end has no order there, so every question about that end is null (DMN 1.5 §10.3.4.10).

type Answer = boolean | undefined

function order(a: FeelValue | undefined, b: FeelValue | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : (compareValues(a, b) ?? undefined)
}

function after(a: number | undefined, touching: boolean): Answer {
  return a === undefined ? undefined : a > 0 || (a === 0 && touching)
}

function both(a: Answer, b: Answer): Answer {
  if (a === false || b === false) return a === undefined || b === undefined ? undefined : false
  return a === undefined || b === undefined ? undefined : true
}

function asRange(value: FeelValue): FeelRange {
  return value instanceof FeelRange ? value : new FeelRange(value, value, true, true)
}

/** a lies wholly before b. */
function before(a: FeelRange, b: FeelRange): Answer {
  return after(order(b.start, a.end), !(a.endIncluded && b.startIncluded))
}

function meets(a: FeelRange, b: FeelRange): Answer {
  const between = order(a.end, b.start)
  return between === undefined ? undefined : a.endIncluded && b.startIncluded && between === 0
}

function overlaps(a: FeelRange, b: FeelRange): Answer {
  const left = before(a, b)
  const right = before(b, a)
  return left === undefined || right === undefined ? undefined : !left && !right
}

function overlapsBefore(a: FeelRange, b: FeelRange): Answer {
  const starts = order(a.start, b.start)
  const ends = order(a.end, b.end)
  const touch = order(a.end, b.start)
  if (starts === undefined || ends === undefined || touch === undefined) return undefined
  return (
    (starts < 0 || (starts === 0 && a.startIncluded && !b.startIncluded)) &&
    (touch > 0 || (touch === 0 && a.endIncluded && b.startIncluded)) &&
    (ends < 0 || (ends === 0 && (!a.endIncluded || b.endIncluded)))
  )
}

function overlapsAfter(a: FeelRange, b: FeelRange): Answer {
  const starts = order(b.start, a.start)
  const ends = order(b.end, a.end)
  const touch = order(b.end, a.start)
  if (starts === undefined || ends === undefined || touch === undefined) return undefined
  return (
    (starts < 0 || (starts === 0 && b.startIncluded && !a.startIncluded)) &&
    (touch > 0 || (touch === 0 && b.endIncluded && a.startIncluded)) &&
    (ends < 0 || (ends === 0 && (!b.endIncluded || a.endIncluded)))
  )
}

function finishes(a: FeelRange, b: FeelRange): Answer {
  const ends = order(a.end, b.end)
  const starts = order(a.start, b.start)
  if (ends === undefined || starts === undefined) return undefined
  return (
    ends === 0 &&
    a.endIncluded === b.endIncluded &&
    (starts > 0 || (starts === 0 && (!a.startIncluded || b.startIncluded)))
  )
}

function starts(a: FeelRange, b: FeelRange): Answer {
  const begin = order(a.start, b.start)
  const ends = order(a.end, b.end)
  if (begin === undefined || ends === undefined) return undefined
  return (
    begin === 0 &&
    a.startIncluded === b.startIncluded &&
    (ends < 0 || (ends === 0 && (!a.endIncluded || b.endIncluded)))
  )
}

/** a holds the whole of b. */
function includes(a: FeelRange, b: FeelRange): Answer {
  return both(
    after(order(b.start, a.start), a.startIncluded || !b.startIncluded),
    after(order(a.end, b.end), a.endIncluded || !b.endIncluded),
  )
}

function includesPoint(range: FeelRange, point: FeelValue): Answer {
  return both(after(order(point, range.start), range.startIncluded), after(order(range.end, point), range.endIncluded))
}

function coincides(a: FeelRange, b: FeelRange): Answer {
  const begin = order(a.start, b.start)
  const end = order(a.end, b.end)
  if (begin === undefined || end === undefined) return undefined
  return begin === 0 && end === 0 && a.startIncluded === b.startIncluded && a.endIncluded === b.endIncluded
}

function onRanges(name: string, run: (a: FeelRange, b: FeelRange) => Answer): BuiltinFunction {
  return builtin(
    name,
    overload({ range1: 'range', range2: 'range' }, ([a, b]) => run(a as FeelRange, b as FeelRange)),
  )
}

function pointAndRange(name: string, run: (a: FeelRange, b: FeelRange) => Answer): BuiltinFunction {
  const answer = ([a, b]: readonly (FeelValue | undefined)[]): Answer =>
    run(asRange(a as FeelValue), asRange(b as FeelValue))
  return builtin(
    name,
    overload({ point1: 'point', point2: 'point' }, answer),
    overload({ point: 'point', range: 'range' }, answer),
    overload({ range: 'range', point: 'point' }, answer),
    overload({ range1: 'range', range2: 'range' }, answer),
  )
}

/** Built-in functions on ranges (DMN 1.5 §10.3.4.10, Allen's relations). */
export const rangeFunctions: readonly BuiltinFunction[] = [
  pointAndRange('before', before),
  pointAndRange('after', (a, b) => before(b, a)),
  onRanges('meets', meets),
  onRanges('met by', (a, b) => meets(b, a)),
  onRanges('overlaps', overlaps),
  onRanges('overlaps before', overlapsBefore),
  onRanges('overlaps after', overlapsAfter),
  builtin(
    'finishes',
    overload({ point: 'point', range: 'range' }, ([point, range]) => atEnd(point as FeelValue, range as FeelRange)),
    overload({ range1: 'range', range2: 'range' }, ([a, b]) => finishes(a as FeelRange, b as FeelRange)),
  ),
  builtin(
    'finished by',
    overload({ range: 'range', point: 'point' }, ([range, point]) => atEnd(point as FeelValue, range as FeelRange)),
    overload({ range1: 'range', range2: 'range' }, ([a, b]) => finishes(b as FeelRange, a as FeelRange)),
  ),
  builtin(
    'includes',
    overload({ range: 'range', point: 'point' }, ([range, point]) =>
      includesPoint(range as FeelRange, point as FeelValue),
    ),
    overload({ range1: 'range', range2: 'range' }, ([a, b]) => includes(a as FeelRange, b as FeelRange)),
  ),
  builtin(
    'during',
    overload({ point: 'point', range: 'range' }, ([point, range]) =>
      includesPoint(range as FeelRange, point as FeelValue),
    ),
    overload({ range1: 'range', range2: 'range' }, ([a, b]) => includes(b as FeelRange, a as FeelRange)),
  ),
  builtin(
    'starts',
    overload({ point: 'point', range: 'range' }, ([point, range]) => atStart(point as FeelValue, range as FeelRange)),
    overload({ range1: 'range', range2: 'range' }, ([a, b]) => starts(a as FeelRange, b as FeelRange)),
  ),
  builtin(
    'started by',
    overload({ range: 'range', point: 'point' }, ([range, point]) => atStart(point as FeelValue, range as FeelRange)),
    overload({ range1: 'range', range2: 'range' }, ([a, b]) => starts(b as FeelRange, a as FeelRange)),
  ),
  builtin(
    'coincides',
    overload({ point1: 'point', point2: 'point' }, ([a, b]) => {
      const between = order(a, b)
      return between === undefined ? undefined : between === 0
    }),
    overload({ range1: 'range', range2: 'range' }, ([a, b]) => coincides(a as FeelRange, b as FeelRange)),
  ),
]

function atEnd(point: FeelValue, range: FeelRange): Answer {
  const end = order(point, range.end)
  return end === undefined ? undefined : range.endIncluded && end === 0
}

function atStart(point: FeelValue, range: FeelRange): Answer {
  const start = order(point, range.start)
  return start === undefined ? undefined : range.startIncluded && start === 0
}
