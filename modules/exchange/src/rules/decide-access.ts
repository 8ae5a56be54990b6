import { createHash } from 'node:crypto'
import { canonicalJson } from '@tereze/foundation-keys'
import type { ContractDefinition, Grant } from './contract-definition.ts'

/** A grant with the id it is taken back by. */
export interface GrantWithId extends Grant {
  readonly id: string
}

/** Who asks, from which system, for what. */
export interface Asked {
  readonly consumer: string
  readonly system: string
  readonly purpose: string
}

/** Why there is no access: the narrowest thing that is missing. */
export type Denial = 'nobody' | 'purpose' | 'system' | 'not-yet' | 'ended' | 'revoked'

/** The grant that gives access, or why none does. */
export type AccessAnswer = { readonly grant: GrantWithId } | { readonly denied: Denial; readonly day: string | null }

/** The id of what a contract declares: the same as long as it says the same, so that a changed one is another. */
export function declaredGrantId(contract: string, grant: Grant): string {
  const { consumer, systems, purpose, ground, from, until } = grant
  const content = canonicalJson({ contract, consumer, systems, purpose, ground, from, until })
  return `declared_${createHash('sha256').update(content).digest('base64url').slice(0, 22)}`
}

/** All grants of a service: those its contract declares and those that officials gave. */
export function allGrants(
  service: string,
  contract: Pick<ContractDefinition, 'access'>,
  given: readonly GrantWithId[],
): GrantWithId[] {
  return [...contract.access.map(grant => ({ ...grant, id: declaredGrantId(service, grant) })), ...given]
}

/**
 * Decides whether one of the grants gives access on a date (`YYYY-MM-DD`); denied by default. The denial names what is missing
 * after everything that is there: the member, then the purpose, the system, the term.
 */
export function decideAccess(
  grants: readonly GrantWithId[],
  revoked: ReadonlySet<string>,
  asked: Asked,
  date: string,
): AccessAnswer {
  const ofMember = grants.filter(grant => grant.consumer === asked.consumer)
  const forPurpose = ofMember.filter(grant => grant.purpose === asked.purpose)
  const forSystem = forPurpose.filter(grant => grant.systems === undefined || grant.systems.includes(asked.system))
  const standing = forSystem.filter(grant => !revoked.has(grant.id))
  const begun = standing.filter(grant => grant.from === undefined || grant.from <= date)
  const valid = begun.find(grant => date <= grant.until)
  if (valid !== undefined) return { grant: valid }
  if (ofMember.length === 0) return { denied: 'nobody', day: null }
  if (forPurpose.length === 0) return { denied: 'purpose', day: null }
  if (forSystem.length === 0) return { denied: 'system', day: null }
  if (standing.length === 0) return { denied: 'revoked', day: null }
  const latest = begun.map(({ until }) => until).sort()
  if (begun.length > 0) return { denied: 'ended', day: latest.at(-1) ?? null }
  return { denied: 'not-yet', day: standing.map(({ from }) => from ?? '').sort()[0] ?? null }
}
