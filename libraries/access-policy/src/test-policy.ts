import type { Actor } from '@tereze/operation'
import type { CompiledPolicy, CompiledRule } from './compile-policy.ts'
import { decideAccess } from './decide-access.ts'
import { findClash } from './decide-roles.ts'
import type { Because } from './explanation.ts'
import type { PolicyCases } from './policy-cases.ts'

/** One question that a policy answers otherwise than a case says. */
export interface PolicyDifference {
  readonly shows: string
  /** Who asks for which permission, or the roles together. */
  readonly question: string
  readonly expected: string
  readonly got: string
}

/** What no case of any file shows: a rule never allows, or never denies for its condition. */
export interface PolicyGap {
  /** Id of the rule or separation. */
  readonly rule: string
  readonly never: 'allows' | 'condition-not-met' | 'other-territory' | 'emergency-only' | 'forbids'
}

/** What came of testing a policy. */
export interface PolicyReport {
  readonly asked: number
  readonly differences: readonly PolicyDifference[]
  readonly gaps: readonly PolicyGap[]
}

function actorOf(name: string, { actors }: PolicyCases): Actor {
  const given = actors[name]
  if (given === undefined) throw new Error(`there is no actor "${name}" among the cases`)
  const {
    kind,
    organisation = '',
    unit = null,
    territory = null,
    roles = [],
    assurance = 'high',
    onBehalfOf,
    visit,
  } = given
  const base = { id: name, language: 'en', clients: [] } as const
  if (kind === 'anonymous') return { ...base, kind }
  if (kind === 'person') return { ...base, kind, session: name, assurance, onBehalfOf: onBehalfOf ?? null }
  if (kind === 'system') return { ...base, kind, organisation, roles }
  const visiting = visit === undefined || onBehalfOf === undefined ? {} : { visit, onBehalfOf }
  return { ...base, kind, session: name, assurance, organisation, unit, territory, roles, ...visiting }
}

/** What of a rule a case must show, besides that it allows. */
function limitsOf(rule: CompiledRule): Because[] {
  return [
    ...(rule.condition === null ? [] : ['condition-not-met' as const]),
    ...(rule.territory === null ? [] : ['other-territory' as const]),
    ...(rule.emergency ? ['emergency-only' as const] : []),
  ]
}

/**
 * Asks a policy all that the cases ask, and says what it answers otherwise and which rules and conditions no case shows.
 * @throws Error when a case names an actor that its file does not have.
 */
export function testPolicy(policy: CompiledPolicy, files: readonly PolicyCases[]): PolicyReport {
  const differences: PolicyDifference[] = []
  const shown = new Set<string>()
  let asked = 0
  for (const file of files) {
    for (const { shows, who, permissions, organisation, input = {}, emergency = false, answer, rule } of file.cases) {
      for (const name of who) {
        const actor = actorOf(name, file)
        for (const permission of permissions) {
          asked += 1
          const got = decideAccess(policy, { actor, permission, tenant: organisation, input, emergency })
          shown.add(`${got.rule} ${got.because}`)
          if (got.because === answer && (rule === undefined || got.rule === rule)) continue
          const words = (because: string, by: string | null | undefined) =>
            by == null ? because : `${because} (${by})`
          differences.push({
            shows,
            question: `${name}: ${permission} at ${organisation}`,
            expected: words(answer, rule),
            got: words(got.because, got.rule),
          })
        }
      }
    }
    for (const { roles, separation } of file.together) {
      asked += 1
      const got = findClash(policy, roles)?.separation ?? null
      if (got !== null) shown.add(`${got} forbids`)
      if (got === separation) continue
      const question = roles.join(' + ')
      differences.push({ shows: 'roles together', question, expected: String(separation), got: String(got) })
    }
  }
  return { asked, differences, gaps: findGaps(policy, shown) }
}

function findGaps(policy: CompiledPolicy, shown: ReadonlySet<string>): PolicyGap[] {
  const rules = new Set([...policy.byPermission.values()].flat())
  return [
    ...[...rules].flatMap(rule => {
      const { id } = rule.source
      const never = limitsOf(rule).filter(limit => !shown.has(`${id} ${limit}`)) as PolicyGap['never'][]
      const allows: PolicyGap['never'][] = shown.has(`${id} rule-allows`) ? [] : ['allows']
      return [...allows, ...never].map(each => ({ rule: id, never: each }))
    }),
    ...policy.separations
      .filter(({ id }) => !shown.has(`${id} forbids`))
      .map(({ id }) => ({ rule: id, never: 'forbids' as const })),
  ]
}
