import { compilePolicy, type Policy, type PolicyProblem, PolicyWrong } from '@tereze/access-policy'
import type { PackageProblem, PackageSupport } from '../contract/kinds.ts'
import type { Package } from '../contract/packages.ts'

type Found = Pick<PackageProblem, 'pointer' | 'code' | 'params'>

function compileProblems(policy: Policy): readonly PolicyProblem[] {
  try {
    compilePolicy(policy)
    return []
  } catch (error) {
    if (error instanceof PolicyWrong) return error.problems
    throw error
  }
}

function pointerOf({ rules, separations = [] }: Policy, id: string): string {
  const rule = rules.findIndex(one => one.id === id)
  return rule < 0 ? `/separations/${separations.findIndex(one => one.id === id)}` : `/rules/${rule}`
}

/**
 * What is wrong with an access policy beyond its form: conditions that are no FEEL, repeated ids, roles that are not declared,
 * rules without words.
 */
export function findPolicyProblems(pack: Pick<Package, 'json' | 'messages'>): Found[] {
  const policy = pack.json.get('policy.json') as unknown as Policy | undefined
  if (policy === undefined) return []
  const declared = (pack.json.get('roles.json')?.roles ?? []) as readonly { readonly id: string }[]
  const isRole = (id: string) => declared.some(role => role.id === id)
  const { rules, separations = [] } = policy
  const named = [
    ...rules.flatMap(({ id, who }) =>
      who.flatMap(subject => (subject.includes(':') ? [{ id, role: subject.split(':')[1] ?? '' }] : [])),
    ),
    ...separations.flatMap(({ id, apart }) => apart.flat().map(role => ({ id, role }))),
  ]
  return [
    ...compileProblems(policy).map(({ rule, problem, detail }) => ({
      pointer: pointerOf(policy, rule),
      code: `package.policy-${problem}`,
      params: { rule, detail },
    })),
    ...named
      .filter(({ role }) => !isRole(role))
      .map(({ id, role }) => ({ pointer: pointerOf(policy, id), code: 'package.role-unknown', params: { role } })),
    ...[...rules, ...separations]
      .filter(({ why }) => !pack.messages.has(why))
      .map(({ id, why }) => ({
        pointer: `${pointerOf(policy, id)}/why`,
        code: 'package.message-unknown',
        params: { key: why },
      })),
  ]
}

/** The access policy is published only whole: every rule with a condition that can be computed, roles that there are, and words. */
export const accessPackages: PackageSupport = {
  kind: 'access',
  check: async pack =>
    findPolicyProblems(pack).map(found => ({ package: 'access:access', file: 'access/policy.json', ...found })),
  activate: async () => undefined,
}
