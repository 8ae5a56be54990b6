import { type AccessCase, type CompiledPolicy, decideAccess, type Explanation } from '@tereze/access-policy'
import type { Reader } from '@tereze/foundation-database'
import type { Authoriser, Clock } from '@tereze/foundation-operations'
import { type Actor, isInVisit } from '@tereze/operation'
import type { Representation } from './contract/representation.ts'
import { noVisits, type Visits } from './contract/visits.ts'
import type { PolicySource } from './ports/policy-source.ts'
import { actingAnswer, servicesAsked } from './powers/acting-answer.ts'
import type { PowerScheme } from './powers/power-scheme.ts'
import { readyPolicy } from './rules/ready-policy.ts'
import { findRunning } from './store/emergencies.ts'

/** What an authoriser is made of. */
export interface AuthoriserOptions {
  readonly policySource: PolicySource
  readonly representation: Representation
  readonly powerScheme: { scheme(): PowerScheme }
  readonly clock: Pick<Clock, 'now'>
  /** Visits to one-stop shops; without them nobody acts for a visitor. */
  readonly visits?: Visits
}

/** An answer, the emergency or visit under which it was given, and the tie or power by which somebody acts for another. */
export type Answer = Explanation & { readonly emergency: string | null; readonly visit?: string; readonly by?: string }

function representsAnother(actor: Actor): actor is Actor & { kind: 'person'; onBehalfOf: string } {
  return actor.kind === 'person' && actor.onBehalfOf !== null && actor.onBehalfOf !== actor.id
}

/** What everybody may, also nobody in particular, needs no power. */
function isForEverybody(policy: CompiledPolicy, permission: string): boolean {
  return policy.byPermission.get(permission)?.some(rule => rule.kinds.has('anonymous')) === true
}

/**
 * Decides: whoever acts for another must be allowed to by a register or a power, and then by a rule; an official who acts for a
 * visitor, by the visit and the agreements of the office, and then by a rule for visits. Only where nothing but an
 * emergency is wanting it is looked whether the official has declared one.
 */
export async function decide(
  { policySource, representation, powerScheme, clock, visits = noVisits }: AuthoriserOptions,
  question: Omit<AccessCase, 'emergency'>,
  reader: Reader,
): Promise<Answer> {
  const policy = readyPolicy(policySource)
  const { actor, permission, input } = question
  if (representsAnother(actor) && !isForEverybody(policy, permission)) {
    const asked = { actor: actor.id, principal: actor.onBehalfOf, permission, input }
    const acting = await actingAnswer(reader, representation, powerScheme.scheme(), asked)
    if (acting === 'representation-missing') return { ...policy.notRepresented, emergency: null }
    if (acting === 'power-out-of-scope') return { ...policy.outOfPower, emergency: null }
    return { ...decideAccess(policy, question), emergency: null, ...(acting === null ? {} : { by: acting.by }) }
  }
  if (isInVisit(actor) && !isForEverybody(policy, permission)) {
    const { id: official, organisation, visit, onBehalfOf: visitor } = actor
    const services = await servicesAsked(representation, input)
    const standing = await visits.judge(reader, { visit, official, organisation, visitor, permission, services })
    if (standing !== 'stands') return { ...policy.outsideVisit[standing], emergency: null }
    return { ...decideAccess(policy, question), emergency: null, visit }
  }
  const answer = decideAccess(policy, question)
  if (answer.because !== 'emergency-only' || actor.kind !== 'official') return { ...answer, emergency: null }
  const running = await findRunning(reader, actor.organisation, actor.id, clock.now())
  if (running === null) return { ...answer, emergency: null }
  return { ...decideAccess(policy, { ...question, emergency: true }), emergency: running.id }
}

/**
 * The one policy engine, bound to foundation's Authoriser. Its reason is the rule that allowed, or why not:
 * `no-rule`, `not-your-role`, `other-organisation (rule)`, `condition-not-met (rule)`, `representation-missing`,
 * `power-out-of-scope`, `visit-over` …. What is allowed in an emergency or a visit has it as its ground; what is done for another says by what.
 */
export function createAuthoriser(options: AuthoriserOptions): Authoriser {
  return {
    async decide(question, reader) {
      const { allowed, because, rule, policyVersion, emergency, visit, by } = await decide(options, question, reader)
      return {
        allowed,
        reason: allowed ? (rule ?? '') : rule === null ? because : `${because} (${rule})`,
        policyVersion,
        ...(allowed && emergency !== null ? { ground: `emergency:${emergency}` } : {}),
        ...(allowed && visit !== undefined ? { ground: `visit:${visit}` } : {}),
        ...(by === undefined ? {} : { by }),
      }
    },
  }
}
