import type { Actor } from '@tereze/operation'
import { type Condition, compileCondition } from './condition.ts'
import type { Because, Explanation } from './explanation.ts'
import type { Policy, PolicyRule, Separation } from './policy.ts'

/** Whom a rule names by kind; `visit`: an official who acts for a visitor. */
export type SubjectKind = Actor['kind'] | 'visit'

/** A rule made ready: whom it names by kind and role, and its answers. */
export interface CompiledRule {
  readonly source: PolicyRule
  readonly kinds: ReadonlySet<SubjectKind>
  readonly officialRoles: ReadonlySet<string>
  readonly systemRoles: ReadonlySet<string>
  readonly where: 'own-organisation' | 'own-branch' | 'any-organisation'
  /** Names of the way to the territory's code in the input; null: the rule asks for none. */
  readonly territory: readonly string[] | null
  readonly condition: Condition | null
  readonly emergency: boolean
  readonly answers: Readonly<Record<Because, Explanation>>
}

/** A policy made ready: its rules by permission. */
export interface CompiledPolicy {
  readonly version: string
  readonly byPermission: ReadonlyMap<string, readonly CompiledRule[]>
  readonly separations: readonly Separation[]
  readonly noRule: Explanation
  readonly notYourRole: Explanation
  readonly notRepresented: Explanation
  /** Somebody acts for another, and no tie or power covers what they ask for. */
  readonly outOfPower: Explanation
  /** An official acts for a visitor, and the visit does not let them do it: by why. */
  readonly outsideVisit: Readonly<Record<'visit-over' | 'visit-unconfirmed' | 'outside-agreement', Explanation>>
  /** Whether the data of the second organisation are the first one's or of one below it. */
  isBelow(organisation: string, tenant: string): boolean
}

/** One thing that is wrong with a policy. */
export interface PolicyProblem {
  /** Id of the rule or separation. */
  readonly rule: string
  readonly problem: 'repeated-id' | 'subject-unknown' | 'condition-broken' | 'role-on-both-sides' | 'emergency-for-whom'
  readonly detail: string
}

/** The policy cannot be used; `problems` says why. */
export class PolicyWrong extends Error {
  readonly problems: readonly PolicyProblem[]
  constructor(problems: readonly PolicyProblem[]) {
    super(`the access policy is wrong: ${problems.map(p => `${p.rule} ${p.problem} ${p.detail}`).join('; ')}`)
    this.name = 'PolicyWrong'
    this.problems = problems
  }
}

/** The organisation above each one that has one. */
export type Parents = ReadonlyMap<string, string>

const allKinds: readonly SubjectKind[] = ['anonymous', 'person', 'official', 'system', 'visit']
const allBecause: readonly Because[] = [
  'rule-allows',
  'not-your-role',
  'other-organisation',
  'other-territory',
  'condition-not-met',
  'emergency-only',
]

function compileRule(rule: PolicyRule, version: string, problems: PolicyProblem[]): CompiledRule {
  const kinds = new Set<SubjectKind>()
  const officialRoles = new Set<string>()
  const systemRoles = new Set<string>()
  for (const subject of rule.who) {
    const [kind, role] = subject.split(':')
    if (subject === 'anyone') for (const each of allKinds) kinds.add(each)
    else if (subject === 'person' || subject === 'official' || subject === 'system' || subject === 'visit')
      kinds.add(subject)
    else if (kind === 'role' && role) officialRoles.add(role)
    else if (kind === 'system' && role) systemRoles.add(role)
    else problems.push({ rule: rule.id, problem: 'subject-unknown', detail: subject })
  }
  const condition = rule.when === undefined ? null : compileCondition(rule.when)
  if (typeof condition === 'string') problems.push({ rule: rule.id, problem: 'condition-broken', detail: condition })
  const emergency = rule.emergency === true
  if (
    emergency &&
    (kinds.has('anonymous') || kinds.has('person') || kinds.has('system') || kinds.has('visit') || systemRoles.size > 0)
  )
    problems.push({ rule: rule.id, problem: 'emergency-for-whom', detail: rule.who.join(', ') })
  const answer = (because: Because): [Because, Explanation] => [
    because,
    Object.freeze({
      allowed: because === 'rule-allows',
      because,
      rule: rule.id,
      why: rule.why,
      policyVersion: version,
    }),
  ]
  return {
    source: rule,
    kinds,
    officialRoles,
    systemRoles,
    where: rule.where ?? 'own-organisation',
    territory: rule.within === undefined ? null : rule.within.split('/').slice(1),
    condition: typeof condition === 'string' ? null : condition,
    emergency,
    answers: Object.fromEntries(allBecause.map(answer)) as Record<Because, Explanation>,
  }
}

function findSeparationProblems(separations: readonly Separation[], seen: Set<string>): PolicyProblem[] {
  return separations.flatMap(({ id, apart }): PolicyProblem[] => {
    const repeated = seen.has(id)
    seen.add(id)
    const roles = apart.flatMap(group => [...new Set(group)])
    const twice = roles.find((role, place) => roles.indexOf(role) !== place)
    return [
      ...(repeated ? [{ rule: id, problem: 'repeated-id' as const, detail: '' }] : []),
      ...(twice === undefined ? [] : [{ rule: id, problem: 'role-on-both-sides' as const, detail: twice }]),
    ]
  })
}

/** Whether one organisation stands at or above another; a circle among parents ends the way. */
function belowBy(parents: Parents): CompiledPolicy['isBelow'] {
  return (organisation, tenant) => {
    const seen = new Set<string>()
    for (let at: string | undefined = tenant; at !== undefined && !seen.has(at); at = parents.get(at)) {
      if (at === organisation) return true
      seen.add(at)
    }
    return false
  }
}

/**
 * Makes a policy ready.
 * @param parents the organisation above each one, for rules that hold in a branch; none when not given.
 * @throws PolicyWrong for a repeated id, an unknown subject, a condition that is not FEEL, a separation that keeps a role
 * apart from itself, an emergency rule that is not for officials.
 */
export function compilePolicy(policy: Policy, parents: Parents = new Map()): CompiledPolicy {
  const problems: PolicyProblem[] = []
  const seen = new Set<string>()
  const byPermission = new Map<string, CompiledRule[]>()
  for (const rule of policy.rules) {
    if (seen.has(rule.id)) problems.push({ rule: rule.id, problem: 'repeated-id', detail: '' })
    seen.add(rule.id)
    const compiled = compileRule(rule, policy.version, problems)
    for (const permission of rule.permissions) {
      const rules = byPermission.get(permission)
      if (rules) rules.push(compiled)
      else byPermission.set(permission, [compiled])
    }
  }
  const separations = policy.separations ?? []
  problems.push(...findSeparationProblems(separations, seen))
  if (problems.length > 0) throw new PolicyWrong(problems)
  const denied = (because: Because): Explanation =>
    Object.freeze({ allowed: false, because, rule: null, why: null, policyVersion: policy.version })
  return {
    version: policy.version,
    byPermission,
    separations,
    noRule: denied('no-rule'),
    notYourRole: denied('not-your-role'),
    notRepresented: denied('representation-missing'),
    outOfPower: denied('power-out-of-scope'),
    outsideVisit: {
      'visit-over': denied('visit-over'),
      'visit-unconfirmed': denied('visit-unconfirmed'),
      'outside-agreement': denied('outside-agreement'),
    },
    isBelow: belowBy(parents),
  }
}
