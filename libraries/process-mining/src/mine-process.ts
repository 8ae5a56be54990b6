import { CalendarHours, type OpeningHours, spreadOf } from '@tereze/process-simulation'
import { type Calendar, localDateOf } from '@tereze/working-time'
import type { MinedFlow, MinedNode, MinedPath, MinedProcess } from './mined.ts'
import { pairSteps, type Stay } from './pair-steps.ts'
import type { Trace } from './trace.ts'

const mostPaths = 20
const mostDurations = 100

const rounded = (value: number) => Number(value.toFixed(6))
const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString())

/** What is known of a case once its steps are paired. */
interface Told {
  readonly began: number
  readonly ended: number | null
  readonly stays: readonly Stay[]
  readonly path: string
}

/** At most `most` of sorted durations, evenly taken, in seconds. */
function evenly(durations: readonly number[], most: number): readonly number[] {
  const sorted = [...durations].sort((a, b) => a - b)
  const count = Math.min(most, sorted.length)
  const place = (index: number) => (count === 1 ? 0 : Math.round((index * (sorted.length - 1)) / (count - 1)))
  return Array.from({ length: count }, (_, index) => Math.round(sorted[place(index)] ?? 0) / 1000)
}

function nodesOf(cases: readonly Told[], hours: OpeningHours | null): readonly MinedNode[] {
  const whole = cases.reduce((sum, { began, ended }) => sum + (ended === null ? 0 : ended - began), 0)
  const byNode = new Map<string, { stays: Stay[]; again: number }>()
  for (const { stays } of cases) {
    const seen = new Map<string, number>()
    for (const stay of stays) {
      const known = byNode.get(stay.element)
      if (known === undefined) byNode.set(stay.element, { stays: [stay], again: 0 })
      else known.stays.push(stay)
      seen.set(stay.element, (seen.get(stay.element) ?? 0) + 1)
    }
    for (const [element, times] of seen) {
      const tally = byNode.get(element)
      if (tally !== undefined && times > 1) tally.again++
    }
  }
  const nodes = [...byNode].map(([node, { stays, again }]) => {
    const left = stays.flatMap(({ from, to, cancelled }) => (to === null || cancelled ? [] : [{ from, to }]))
    const took = left.map(({ from, to }) => to - from)
    return {
      node,
      entered: stays.length,
      done: left.length,
      cancelled: stays.filter(({ cancelled }) => cancelled).length,
      open: stays.filter(({ to }) => to === null).length,
      again,
      time: spreadOf(took),
      working: hours === null ? null : spreadOf(left.map(({ from, to }) => hours.workedBetween(from, to))),
      share: whole === 0 ? 0 : rounded(took.reduce((sum, one) => sum + one, 0) / whole),
      durations: evenly(took, mostDurations),
    }
  })
  return nodes.sort((one, other) => other.share - one.share || (one.node < other.node ? -1 : 1))
}

function flowsOf(traces: readonly Trace[]): readonly MinedFlow[] {
  const counts = new Map<string, number>()
  for (const { steps } of traces)
    for (const { what, element } of steps) if (what === 'flow') counts.set(element, (counts.get(element) ?? 0) + 1)
  return [...counts]
    .map(([flow, count]) => ({ flow, count }))
    .sort((one, other) => other.count - one.count || (one.flow < other.flow ? -1 : 1))
}

function pathsOf(finished: readonly (Told & { ended: number })[]): { paths: readonly MinedPath[]; ways: number } {
  const byPath = new Map<string, number[]>()
  for (const { path, began, ended } of finished) {
    const times = byPath.get(path)
    if (times === undefined) byPath.set(path, [ended - began])
    else times.push(ended - began)
  }
  const line = (path: string, times: readonly number[]): MinedPath => ({
    path,
    count: times.length,
    share: rounded(times.length / finished.length),
    time: Math.round(times.reduce((sum, one) => sum + one, 0) / times.length) / 1000,
  })
  const all = [...byPath].sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1))
  const rest = all.slice(mostPaths).flatMap(([, times]) => times)
  const first = all.slice(0, mostPaths).map(([path, times]) => line(path, times))
  return { paths: rest.length === 0 ? first : [...first, line('…', rest)], ways: all.length }
}

const fortnight = 14 * 86_400_000

/** Working hours from the first instant of the log on; null without a calendar, and where it does not cover the time of the log. */
function hoursOf(calendar: Calendar | undefined, traces: readonly Trace[]): OpeningHours | null {
  const instants = traces.flatMap(({ began, ended, steps }) => [began, ended ?? began, ...steps.map(({ at }) => at)])
  if (calendar === undefined || instants.length === 0) return null
  const [first, last] = instants
    .map(at => Date.parse(at))
    .reduce(
      ([least, most], at) => [Math.min(least, at), Math.max(most, at)],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    )
  // What ended after hours is looked up on the working day that follows.
  const ends = [first, last + fortnight].map(at =>
    Number(localDateOf(new Date(at).toISOString(), calendar.zone).slice(0, 4)),
  )
  const [from = 0, to = 0] = ends
  for (let year = from; year <= to; year++) if (!calendar.years.includes(year)) return null
  return new CalendarHours(calendar.id, calendar, first)
}

/**
 * Tells how a process really goes, out of what was logged of its cases. With a calendar working time is told beside the time by the
 * clock. The same traces give the same result in whatever order they come.
 */
export function mineProcess(traces: readonly Trace[], calendar?: Calendar): MinedProcess {
  const cases = traces.map((trace): Told => {
    const path = trace.steps.flatMap(({ what, element }) => (what === 'entered' ? [element] : [])).join(' → ')
    const ended = trace.ended === null ? null : Date.parse(trace.ended)
    return { began: Date.parse(trace.began), ended, stays: pairSteps(trace), path }
  })
  const finished = cases.flatMap(told => (told.ended === null ? [] : [{ ...told, ended: told.ended }]))
  const begun = cases.map(({ began }) => began).sort((a, b) => a - b)
  const [first] = begun
  const hours = hoursOf(calendar, traces)
  return {
    cases: cases.length,
    finished: finished.length,
    unfinished: cases.length - finished.length,
    from: iso(first),
    to: iso(begun.at(-1)),
    time: spreadOf(finished.map(({ began, ended }) => ended - began)),
    working: hours === null ? null : spreadOf(finished.map(({ began, ended }) => hours.workedBetween(began, ended))),
    nodes: nodesOf(cases, hours),
    flows: flowsOf(traces),
    ...pathsOf(finished),
  }
}
