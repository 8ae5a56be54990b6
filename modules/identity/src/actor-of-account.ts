import type { Reader } from '@tereze/foundation-database'
import type { Assurance, Language, OfficialActor, PersonActor } from '@tereze/operation'
import { findOfficial } from './store/officials.ts'

/** An account that proved itself: by a session, or by a token of one. */
export interface ProvenAccount {
  readonly account: string
  readonly session: string
  readonly assurance: Assurance
  /** Client applications between the account and the operation, outermost first. */
  readonly clients: readonly string[]
  /** For whom a person acts; absent or null: for themselves. */
  readonly onBehalfOf?: string | null
  /** What the application was let do by which they come; absent for a session. */
  readonly scopes?: readonly string[]
}

/** The actor of an account. An official is looked up, with the roles that count now: null for one who was dismissed. */
export async function actorOfAccount(
  reader: Reader,
  { account, session, assurance, clients, onBehalfOf = null, scopes }: ProvenAccount,
  language: Language,
  now: Date,
): Promise<PersonActor | OfficialActor | null> {
  const base = { id: account, session, assurance, language, clients, ...(scopes && { scopes }) }
  if (account.startsWith('person_')) return { ...base, kind: 'person', onBehalfOf }
  const official = await findOfficial(reader, account, now)
  if (official === null) return null
  const { organisation, unit, territory = null, roles } = official
  return { ...base, kind: 'official', organisation, unit, territory, roles }
}
