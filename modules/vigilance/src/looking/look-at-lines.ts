import { type Alert, type CompiledRules, type Exemption, foldLine, type SeenLine } from '@tereze/anomaly-rules'
import type { AuditLine } from '@tereze/foundation-operations'
import type { SignInTravel } from '../ports/sign-in-travels.ts'
import type { ExemptionRow } from '../store/exemptions.ts'
import type { NewIncident } from '../store/incidents.ts'
import type { WatchRow } from '../store/watched-persons.ts'
import type { WindowRow } from '../store/windows.ts'
import { type Place, seenLine } from './seen-line.ts'

/** What was remembered before some lines. */
export interface Memory {
  readonly windows: readonly WindowRow[]
  readonly watches: readonly WatchRow[]
  readonly known: readonly { readonly subject: string; readonly at: string }[]
  /** The newest first. */
  readonly exemptions: readonly ExemptionRow[]
  /** Journeys to sign-ins, by the correlation of their lines. */
  readonly travels: ReadonlyMap<string, SignInTravel>
}

/** What rules and place say of all lines. */
export interface Looking {
  readonly rules: CompiledRules
  readonly place: Place
  /** For how long an organisation knows whom it has work with, milliseconds. */
  readonly knownFor: number
  /** Lines before this instant only teach with whom there is work. */
  readonly freshSince: Date
  newId(): string
}

/** What came of some lines: what is to be kept. */
export interface Looked {
  readonly windows: readonly WindowRow[]
  readonly raised: readonly NewIncident[]
  readonly grown: readonly { readonly incident: string; readonly added: number; readonly until: string }[]
  readonly known: readonly { readonly subject: string; readonly at: string }[]
}

/** An incident keeps so many lines; the others are found in the log around them. */
const mostLines = 200

const placeOf = (rule: string, actor: string) => `${rule} ${actor}`

function exemptionFor(exemptions: readonly ExemptionRow[], rule: string, actor: string): Exemption | null {
  return exemptions.find(one => one.rule === rule && one.actor === actor) ?? null
}

function bySubject(watches: readonly WatchRow[]): Map<string, WatchRow[]> {
  const found = new Map<string, WatchRow[]>()
  for (const watch of watches) found.set(watch.subject, [...(found.get(watch.subject) ?? []), watch])
  return found
}

function incidentOf(
  id: string,
  rule: CompiledRules['rules'][number]['source'],
  line: SeenLine,
  alert: Alert,
): NewIncident {
  return {
    id,
    rule: rule.id,
    severity: rule.severity,
    actor: line.actor.id,
    actorKind: line.actor.kind,
    count: alert.count,
    since: alert.since,
    until: alert.until,
    lines: alert.lines.slice(-mostLines),
  }
}

/** Lets all rules look at the next lines of a log, in their order. */
export function lookAtLines(lines: readonly AuditLine[], before: Memory, looking: Looking): Looked {
  const { rules, place, knownFor, freshSince, newId } = looking
  const windows = new Map(before.windows.map(row => [placeOf(row.rule, row.actor), row]))
  const known = new Map(before.known.map(({ subject, at }) => [subject, at]))
  const changed = new Map<string, WindowRow>()
  const learned = new Map<string, string>()
  const raised: NewIncident[] = []
  const grown: Looked['grown'][number][] = []
  const knowledge = {
    watches: bySubject(before.watches),
    travels: before.travels,
    isKnown(subject: string, at: string) {
      const since = known.get(subject)
      return since !== undefined && Date.parse(since) > Date.parse(at) - knownFor
    },
  }
  for (const one of lines) {
    const line = seenLine(one, place, knowledge)
    const isFresh = Date.parse(line.time) >= freshSince.getTime()
    for (const rule of isFresh ? rules.rules : []) {
      const key = placeOf(rule.source.id, line.actor.id)
      const window = windows.get(key) ?? null
      const fold = foldLine(
        rule,
        window?.state ?? null,
        line,
        exemptionFor(before.exemptions, rule.source.id, line.actor.id),
      )
      if (fold.added > 0 && window?.incident)
        grown.push({ incident: window.incident, added: fold.added, until: line.time })
      if (fold.state === window?.state || (fold.state.marks.length === 0 && fold.alert === null && window === null))
        continue
      const incident =
        fold.alert === null ? (fold.state.raisedAt === null ? null : (window?.incident ?? null)) : newId()
      const kept = { rule: rule.source.id, actor: line.actor.id, state: fold.state, incident, at: line.time }
      windows.set(key, kept)
      changed.set(key, kept)
      if (fold.alert !== null && incident !== null) raised.push(incidentOf(incident, rule.source, line, fold.alert))
    }
    // What a line teaches holds from the next one on.
    if (rules.saysWork(line)) {
      for (const subject of line.subjects) {
        known.set(subject, line.time)
        learned.set(subject, line.time)
      }
    }
  }
  return {
    windows: [...changed.values()],
    raised,
    grown: sum(grown),
    known: [...learned].map(([subject, at]) => ({ subject, at })),
  }
}

/** What was added to each incident, once. */
function sum(grown: Looked['grown']): Looked['grown'] {
  const all = new Map<string, Looked['grown'][number]>()
  for (const one of grown) {
    const earlier = all.get(one.incident)
    all.set(one.incident, earlier === undefined ? one : { ...one, added: earlier.added + one.added })
  }
  return [...all.values()]
}
