import type { Authoriser } from '@tereze/foundation-operations'
import type { Actor } from '@tereze/operation'
import type { Explanation, Policy } from './contract/index.ts'
import type { Representation } from './ports/representation.ts'
import { type CompiledPolicy, compilePolicy } from './rules/compile-policy.ts'
import { type AccessCase, decideAccess } from './rules/decide-access.ts'

/** What an authoriser is made of. */
export interface AuthoriserOptions {
  readonly policySource: { policy(): Policy }
  readonly representation: Representation
}

const compiled = new WeakMap<Policy, CompiledPolicy>()

/** The policy made ready, once for each published one. */
function ready(policy: Policy): CompiledPolicy {
  const known = compiled.get(policy)
  if (known) return known
  const made = compilePolicy(policy)
  compiled.set(policy, made)
  return made
}

function representsAnother(actor: Actor): actor is Actor & { kind: 'person'; onBehalfOf: string } {
  return actor.kind === 'person' && actor.onBehalfOf !== null && actor.onBehalfOf !== actor.id
}

/** Decides and explains: whoever acts for another must be allowed to by law or mandate, and then by a rule. */
export async function explain(
  { policySource, representation }: AuthoriserOptions,
  question: AccessCase,
): Promise<Explanation> {
  const policy = ready(policySource.policy())
  const { actor } = question
  if (representsAnother(actor) && !(await representation.mayActFor(actor.id, actor.onBehalfOf))) {
    return policy.notRepresented
  }
  return decideAccess(policy, question)
}

/**
 * The one policy engine, bound to foundation's Authoriser. Its reason is the rule that allowed, or why not:
 * `no-rule`, `not-your-role`, `other-organisation (rule)`, `condition-not-met (rule)`, `representation-missing`.
 */
export function createAuthoriser(options: AuthoriserOptions): Authoriser {
  return {
    async decide(question) {
      const { allowed, because, rule, policyVersion } = await explain(options, question)
      return {
        allowed,
        reason: allowed ? (rule ?? '') : rule === null ? because : `${because} (${rule})`,
        policyVersion,
      }
    },
  }
}
