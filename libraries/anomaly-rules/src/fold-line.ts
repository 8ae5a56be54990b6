import type { CompiledRule } from './compile-rules.ts'
import type { SeenLine } from './seen-line.ts'

/** One thing that counts: what, when last, and the line that said so. */
export interface Mark {
  readonly value: string
  /** Instant, ISO 8601. */
  readonly at: string
  readonly line: string
}

/** What a rule remembers of one actor. Never more marks than the rule's threshold. */
export interface WindowState {
  readonly marks: readonly Mark[]
  /** When the last alert was raised; null: none is in force. */
  readonly raisedAt: string | null
}

/** Until when a rule is not asked of an actor, or asked with another threshold: what the officer learned from a false alarm. */
export interface Exemption {
  readonly until: string
  /** The count that raises an alert meanwhile; null: none does. */
  readonly reaches: number | null
}

/** Something unusual was found. */
export interface Alert {
  readonly count: number
  /** First and last instant of what was counted. */
  readonly since: string
  readonly until: string
  /** The lines that were counted, oldest first. */
  readonly lines: readonly string[]
}

/** What came of a line: the state after it, an alert when the line raised one, how much was added to an alert in force. */
export interface Fold {
  readonly state: WindowState
  readonly alert: Alert | null
  readonly added: number
}

const empty: WindowState = { marks: [], raisedAt: null }
const minute = 60_000
const millis = (instant: string) => Date.parse(instant)

function alertOf(marks: readonly Mark[]): Alert {
  const ordered = [...marks].sort((one, other) => millis(one.at) - millis(other.at))
  return {
    count: marks.length,
    since: ordered[0]?.at ?? '',
    until: ordered.at(-1)?.at ?? '',
    lines: [...new Set(ordered.map(({ line }) => line))],
  }
}

/**
 * Lets a rule look at one more line of an actor. An alert is raised once: what follows within a window after it is added to it and raises
 * none. Lines may come a little out of order; the newest time counts.
 */
export function foldLine(
  rule: CompiledRule,
  before: WindowState | null,
  line: SeenLine,
  exemption: Exemption | null = null,
): Fold {
  const state = before ?? empty
  const { minutes, reaches: usual } = rule.source
  const now = millis(line.time)
  const exempt = exemption !== null && now < millis(exemption.until) ? exemption : null
  const reaches = exempt === null ? usual : exempt.reaches
  const values = reaches === null ? [] : rule.valuesOf(line)
  if (values.length === 0 || reaches === null) return { state, alert: null, added: 0 }
  const isFresh = (at: string) => millis(at) > now - minutes * minute
  if (state.raisedAt !== null && isFresh(state.raisedAt)) return { state, alert: null, added: new Set(values).size }
  const marks = new Map(state.marks.filter(({ at }) => isFresh(at)).map(mark => [mark.value, mark]))
  for (const value of values) marks.set(value, { value, at: line.time, line: line.id })
  const kept = [...marks.values()]
  if (kept.length < reaches) return { state: { marks: kept, raisedAt: null }, alert: null, added: 0 }
  return { state: { marks: [], raisedAt: line.time }, alert: alertOf(kept), added: 0 }
}
