import type { Context } from '@tereze/foundation-operations'
import { listOfficials, type Official } from '@tereze/identity/contract'
import { isRefused, type PersonName } from '@tereze/operation'
import type { Officeholder } from './may-work-on.ts'

/** Everybody who works for an organisation, or of some ids those who do. */
export async function colleaguesOf(
  context: Context,
  organisation: string,
  some?: readonly string[],
): Promise<readonly Official[]> {
  const officials = await context.call(listOfficials, {
    organisation,
    ...(some === undefined ? {} : { officials: [...new Set(some)] }),
  })
  return isRefused(officials) ? [] : officials.items
}

/** Names of officials by id. */
export function namesOf(officials: readonly Official[]): Map<string, PersonName> {
  return new Map(officials.map(({ official, name }) => [official, name]))
}

/** The office of a colleague, as that of an acting official is seen. */
export function officeOf({ official, organisation, unit, territory = null, roles }: Official): Officeholder {
  return { id: official, organisation, unit, territory, roles }
}
