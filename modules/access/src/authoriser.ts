import { type AccessCase, decideAccess, type Explanation } from '@tereze/access-policy'
import type { Reader } from '@tereze/foundation-database'
import type { Authoriser, Clock } from '@tereze/foundation-operations'
import type { Actor } from '@tereze/operation'
import type { PolicySource } from './ports/policy-source.ts'
import type { Representation } from './ports/representation.ts'
import { readyPolicy } from './rules/ready-policy.ts'
import { findRunning } from './store/emergencies.ts'

/** What an authoriser is made of. */
export interface AuthoriserOptions {
  readonly policySource: PolicySource
  readonly representation: Representation
  readonly clock: Pick<Clock, 'now'>
}

/** An answer, and the emergency under which it was given. */
export type Answer = Explanation & { readonly emergency: string | null }

function representsAnother(actor: Actor): actor is Actor & { kind: 'person'; onBehalfOf: string } {
  return actor.kind === 'person' && actor.onBehalfOf !== null && actor.onBehalfOf !== actor.id
}

/**
 * Decides: whoever acts for another must be allowed to by law or mandate, and then by a rule. Only where nothing but an
 * emergency is wanting it is looked whether the official has declared one.
 */
export async function decide(
  { policySource, representation, clock }: AuthoriserOptions,
  question: Omit<AccessCase, 'emergency'>,
  reader: Reader,
): Promise<Answer> {
  const policy = readyPolicy(policySource)
  const { actor } = question
  if (representsAnother(actor) && !(await representation.mayActFor(actor.id, actor.onBehalfOf))) {
    return { ...policy.notRepresented, emergency: null }
  }
  const answer = decideAccess(policy, question)
  if (answer.because !== 'emergency-only' || actor.kind !== 'official') return { ...answer, emergency: null }
  const running = await findRunning(reader, actor.organisation, actor.id, clock.now())
  if (running === null) return { ...answer, emergency: null }
  return { ...decideAccess(policy, { ...question, emergency: true }), emergency: running.id }
}

/**
 * The one policy engine, bound to foundation's Authoriser. Its reason is the rule that allowed, or why not:
 * `no-rule`, `not-your-role`, `other-organisation (rule)`, `condition-not-met (rule)`, `representation-missing` ….
 * What is allowed in an emergency has it as its ground.
 */
export function createAuthoriser(options: AuthoriserOptions): Authoriser {
  return {
    async decide(question, reader) {
      const { allowed, because, rule, policyVersion, emergency } = await decide(options, question, reader)
      return {
        allowed,
        reason: allowed ? (rule ?? '') : rule === null ? because : `${because} (${rule})`,
        policyVersion,
        ...(allowed && emergency !== null ? { ground: `emergency:${emergency}` } : {}),
      }
    },
  }
}
