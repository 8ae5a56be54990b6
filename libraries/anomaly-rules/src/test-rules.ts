import type { Actor } from '@tereze/operation'
import type { CompiledRules } from './compile-rules.ts'
import { type Exemption, foldLine, type WindowState } from './fold-line.ts'
import type { SeenLine } from './seen-line.ts'

/** A file of cases that rules must judge as it says: the tests of rules, as data beside them. */
export interface RuleCases {
  readonly actors: Readonly<
    Record<string, { kind: Actor['kind']; organisation?: string; unit?: string; roles?: readonly string[] }>
  >
  readonly cases: readonly {
    readonly shows: string
    readonly lines: readonly {
      readonly who: string
      /** Instant with the organisation's offset: the hour that the text says is the hour there. */
      readonly at: string
      /** The line again and again, so many minutes apart; `{n}` in subjects is the number of the repetition. */
      readonly times?: number
      readonly minutesApart?: number
      readonly operation: string
      readonly outcome?: string
      readonly ground?: string
      readonly fields?: readonly string[]
      readonly subjects?: readonly string[]
      readonly working?: boolean
      readonly travel?: { readonly kilometres: number; readonly minutes: number }
      readonly about?: readonly string[]
      readonly known?: boolean
    }[]
    /** What the officer has said before: of whom a rule is not asked, until when. */
    readonly exemptions?: readonly {
      readonly rule: string
      readonly who: string
      readonly until: string
      readonly reaches?: number
    }[]
    /** Alerts in the order in which they come; none: `[]`. */
    readonly alerts: readonly { readonly rule: string; readonly who: string; readonly count?: number }[]
  }[]
}

/** What came of testing rules: cases told, what was otherwise, and rules that no case shows to alert or to keep silent. */
export interface RuleReport {
  readonly asked: number
  readonly differences: readonly { readonly shows: string; readonly expected: string; readonly got: string }[]
  readonly gaps: readonly { readonly rule: string; readonly never: 'alerts' | 'keeps-silent' }[]
}

type Case = RuleCases['cases'][number]

function actorOf(name: string, { actors }: RuleCases): Actor {
  const given = actors[name]
  if (given === undefined) throw new Error(`there is no actor "${name}" among the cases`)
  const { kind, organisation = '', unit = null, roles = [] } = given
  const base = { id: name, language: 'en', clients: [] } as const
  if (kind === 'anonymous') return { ...base, kind }
  if (kind === 'person') return { ...base, kind, session: name, assurance: 'high', onBehalfOf: null }
  if (kind === 'system') return { ...base, kind, organisation, roles }
  return { ...base, kind, session: name, assurance: 'high', organisation, unit, roles }
}

function linesOf({ lines }: Case, file: RuleCases): SeenLine[] {
  const all = lines.flatMap((line, place) => {
    const { about = [], known = false, subjects = [], times = 1, minutesApart = 1 } = line
    const hourThere = Number(line.at.slice(11, 13))
    return Array.from({ length: times }, (_, n): SeenLine => {
      const later = n * minutesApart
      return {
        id: `${place}/${n}`,
        time: new Date(Date.parse(line.at) + later * 60_000).toISOString(),
        actor: actorOf(line.who, file),
        operation: line.operation,
        outcome: line.outcome ?? 'done',
        ground: line.ground ?? null,
        fields: line.fields ?? [],
        subjects: subjects.map(subject => subject.replace('{n}', String(n))),
        hour: Math.floor(hourThere + (Number(line.at.slice(14, 16)) + later) / 60) % 24,
        working: line.working ?? true,
        travel: line.travel ?? null,
        aboutOf: () => about,
        isKnown: () => known,
      }
    })
  })
  return all.sort((one, other) => Date.parse(one.time) - Date.parse(other.time))
}

interface Found {
  readonly rule: string
  readonly who: string
  readonly count: number
}

function tell({ rules }: CompiledRules, one: Case, file: RuleCases): { alerts: Found[]; silent: Set<string> } {
  const states = new Map<string, WindowState>()
  const alerts: Found[] = []
  const looked = new Set<string>()
  for (const line of linesOf(one, file)) {
    for (const rule of rules) {
      const { id } = rule.source
      const place = `${id} ${line.actor.id}`
      const said = one.exemptions?.find(({ rule: of, who }) => of === id && who === line.actor.id)
      const exemption: Exemption | null =
        said === undefined ? null : { until: said.until, reaches: said.reaches ?? null }
      if (rule.valuesOf(line).length > 0) looked.add(id)
      const { state, alert } = foldLine(rule, states.get(place) ?? null, line, exemption)
      states.set(place, state)
      if (alert !== null) alerts.push({ rule: id, who: line.actor.id, count: alert.count })
    }
  }
  return { alerts, silent: new Set([...looked].filter(id => alerts.every(({ rule }) => rule !== id))) }
}

const inWords = (alerts: readonly { rule: string; who: string; count?: number }[]) =>
  alerts.map(({ rule, who, count }) => `${rule} of ${who}${count === undefined ? '' : ` (${count})`}`).join(', ') ||
  'none'

/**
 * Lets rules judge all cases. Each rule is to alert in some case, and in another to keep silent although lines concern it.
 * @throws Error when a case names an actor that its file does not have.
 */
export function testRules(rules: CompiledRules, files: readonly RuleCases[]): RuleReport {
  const differences: RuleReport['differences'][number][] = []
  const alerted = new Set<string>()
  const silent = new Set<string>()
  let asked = 0
  for (const file of files) {
    for (const one of file.cases) {
      asked += 1
      const got = tell(rules, one, file)
      for (const { rule } of got.alerts) alerted.add(rule)
      for (const rule of got.silent) silent.add(rule)
      // A count that the case does not say is any.
      const shown = got.alerts.map(({ count, ...rest }, n) =>
        one.alerts[n]?.count === undefined ? rest : { ...rest, count },
      )
      const [expected, answer] = [inWords(one.alerts), inWords(shown)]
      if (expected !== answer) differences.push({ shows: one.shows, expected, got: answer })
    }
  }
  const gaps = rules.rules.flatMap(({ source: { id: rule } }) => [
    ...(alerted.has(rule) ? [] : [{ rule, never: 'alerts' as const }]),
    ...(silent.has(rule) ? [] : [{ rule, never: 'keeps-silent' as const }]),
  ])
  return { asked, differences, gaps }
}
