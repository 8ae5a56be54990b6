import { type CompiledPolicy, compilePolicy, type Parents } from '@tereze/access-policy'
import type { Policy } from '../contract/index.ts'
import type { PolicySource } from '../ports/policy-source.ts'

const compiled = new WeakMap<Policy, { readonly parents: Parents; readonly policy: CompiledPolicy }>()
const none: Parents = new Map()

/**
 * The policy made ready, once for each published one.
 * @throws PolicyWrong
 */
export function readyPolicy(source: PolicySource): CompiledPolicy {
  const [policy, parents] = [source.policy(), source.parents?.() ?? none]
  const known = compiled.get(policy)
  if (known?.parents === parents) return known.policy
  const made = compilePolicy(policy, parents)
  compiled.set(policy, { parents, policy: made })
  return made
}
