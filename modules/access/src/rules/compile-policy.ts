import type { Actor } from '@tereze/operation'
import type { Explanation, Policy, PolicyRule } from '../contract/index.ts'
import { type Condition, compileCondition } from './condition.ts'

/** A rule made ready: whom it names by kind and role, and its answers. */
export interface CompiledRule {
  readonly kinds: ReadonlySet<Actor['kind']>
  readonly officialRoles: ReadonlySet<string>
  readonly systemRoles: ReadonlySet<string>
  readonly anywhere: boolean
  readonly condition: Condition | null
  readonly allows: Explanation
  readonly elsewhere: Explanation
  readonly unmet: Explanation
}

/** A policy made ready: its rules by permission. */
export interface CompiledPolicy {
  readonly version: string
  readonly byPermission: ReadonlyMap<string, readonly CompiledRule[]>
  readonly noRule: Explanation
  readonly notYourRole: Explanation
  readonly notRepresented: Explanation
  readonly outOfPower: Explanation
}

/** One thing that is wrong with a policy. */
export interface PolicyProblem {
  readonly rule: string
  readonly problem: 'repeated-id' | 'subject-unknown' | 'condition-broken'
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

const allKinds: readonly Actor['kind'][] = ['anonymous', 'person', 'official', 'system']

function compileRule(rule: PolicyRule, version: string, problems: PolicyProblem[]): CompiledRule {
  const kinds = new Set<Actor['kind']>()
  const officialRoles = new Set<string>()
  const systemRoles = new Set<string>()
  for (const subject of rule.who) {
    const [kind, role] = subject.split(':')
    if (subject === 'anyone') for (const each of allKinds) kinds.add(each)
    else if (subject === 'person' || subject === 'official' || subject === 'system') kinds.add(subject)
    else if (kind === 'role' && role) officialRoles.add(role)
    else if (kind === 'system' && role) systemRoles.add(role)
    else problems.push({ rule: rule.id, problem: 'subject-unknown', detail: subject })
  }
  const condition = rule.when === undefined ? null : compileCondition(rule.when)
  if (typeof condition === 'string') problems.push({ rule: rule.id, problem: 'condition-broken', detail: condition })
  const answer = (allowed: boolean, because: Explanation['because']): Explanation =>
    Object.freeze({ allowed, because, rule: rule.id, why: rule.why, policyVersion: version })
  return {
    kinds,
    officialRoles,
    systemRoles,
    anywhere: rule.where === 'any-organisation',
    condition: typeof condition === 'string' ? () => false : condition,
    allows: answer(true, 'rule-allows'),
    elsewhere: answer(false, 'other-organisation'),
    unmet: answer(false, 'condition-not-met'),
  }
}

/**
 * Makes a policy ready.
 * @throws PolicyWrong for a repeated rule id, an unknown subject or a condition that is not FEEL.
 */
export function compilePolicy(policy: Policy): CompiledPolicy {
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
  if (problems.length > 0) throw new PolicyWrong(problems)
  const denied = (because: Explanation['because']): Explanation =>
    Object.freeze({ allowed: false, because, rule: null, why: null, policyVersion: policy.version })
  return {
    version: policy.version,
    byPermission,
    noRule: denied('no-rule'),
    notYourRole: denied('not-your-role'),
    notRepresented: denied('representation-missing'),
    outOfPower: denied('power-out-of-scope'),
  }
}
