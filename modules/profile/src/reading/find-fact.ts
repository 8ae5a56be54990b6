import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { RegisterRecord } from '@tereze/registers/contract'
import type { ProfileFact } from '../contract/profile.ts'
import { type Declared, declaredBy } from '../declaration/declared.ts'
import { listReports } from '../store/reports.ts'
import { factsOf } from '../views/facts.ts'
import { actsAs } from './own-person.ts'
import { recordOfFact } from './record-of-fact.ts'

/** Where a fact about a person stands. */
export interface Place {
  readonly person: string
  readonly organisation: string
  readonly register: string
  readonly record: string
  readonly pointer: string
}

/** A fact with the record it stands in, and how its register comes into profiles. */
export interface FoundFact {
  readonly fact: ProfileFact
  readonly record: RegisterRecord
  readonly declared: Declared
}

/** A fact that stands in the profile of the person who acts, or of a firm that they act for by a register; null when there is none at the place, or it is somebody else's. */
export async function findFact(context: Context, place: Place): Promise<FoundFact | null> {
  const { organisation, register } = place
  if (!actsAs(context.actor, place.person)) return null
  const all = context.port(packages)
  const pack = all.find('register', register)
  const declared = pack === null ? null : declaredBy(pack)
  if (declared === null || declared.owner !== organisation) return null
  const record = await recordOfFact(context, declared, place)
  if (record === null) return null
  const reports = await listReports(context.tx, place.person)
  const fact = factsOf(all, declared, record, reports, context.now).find(({ pointer }) => pointer === place.pointer)
  return fact === undefined ? null : { fact, record, declared }
}
