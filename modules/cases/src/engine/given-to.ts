import type { Context } from '@tereze/foundation-operations'
import { findGiven } from '@tereze/identity/contract'
import { isRefused } from '@tereze/operation'

/** What somebody lets a system do now: scopes; none for nobody. */
export async function givenTo(
  { call }: Pick<Context, 'call'>,
  client: string,
  by: string | null,
): Promise<readonly string[]> {
  const given = by === null ? null : await call(findGiven, { client, account: by })
  return given === null || isRefused(given) ? [] : given.scopes
}
