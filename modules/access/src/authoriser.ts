import type { Reader } from '@tereze/foundation-database'
import type { Authoriser } from '@tereze/foundation-operations'
import type { Actor } from '@tereze/operation'
import type { Explanation, Policy } from './contract/index.ts'
import type { Representation } from './contract/representation.ts'
import { actingAnswer } from './powers/acting-answer.ts'
import type { PowerScheme } from './powers/power-scheme.ts'
import { type CompiledPolicy, compilePolicy } from './rules/compile-policy.ts'
import { type AccessCase, decideAccess } from './rules/decide-access.ts'

/** What an authoriser is made of. */
export interface AuthoriserOptions {
  readonly policySource: { policy(): Policy }
  readonly representation: Representation
  readonly powerScheme: { scheme(): PowerScheme }
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

/** What everybody may, also nobody in particular, needs no power. */
function isForEverybody(policy: CompiledPolicy, permission: string): boolean {
  return policy.byPermission.get(permission)?.some(rule => rule.kinds.has('anonymous')) === true
}

/** Decides and explains: whoever acts for another must be allowed to by a register or a power, and then by a rule. */
export async function explain(
  { policySource, representation, powerScheme }: AuthoriserOptions,
  question: AccessCase,
  reader: Reader,
): Promise<Explanation> {
  const policy = ready(policySource.policy())
  const { actor, permission } = question
  if (!representsAnother(actor) || isForEverybody(policy, permission)) return decideAccess(policy, question)
  const answer = await actingAnswer(reader, representation, powerScheme.scheme(), {
    actor: actor.id,
    principal: actor.onBehalfOf,
    permission,
    input: question.input,
  })
  if (answer === 'representation-missing') return policy.notRepresented
  if (answer === 'power-out-of-scope') return policy.outOfPower
  const explained = decideAccess(policy, question)
  return answer === null ? explained : { ...explained, by: answer.by }
}

/**
 * The one policy engine, bound to foundation's Authoriser. Its reason is the rule that allowed, or why not:
 * `no-rule`, `not-your-role`, `other-organisation (rule)`, `condition-not-met (rule)`, `representation-missing`,
 * `power-out-of-scope`.
 */
export function createAuthoriser(options: AuthoriserOptions): Authoriser {
  return {
    async decide(question, reader) {
      const { allowed, because, rule, policyVersion, by } = await explain(options, question, reader)
      return {
        allowed,
        reason: allowed ? (rule ?? '') : rule === null ? because : `${because} (${rule})`,
        policyVersion,
        ...(by === undefined ? {} : { by }),
      }
    },
  }
}
