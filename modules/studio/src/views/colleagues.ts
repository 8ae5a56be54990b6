import type { Context } from '@tereze/foundation-operations'
import { listOfficials } from '@tereze/identity/contract'
import { isRefused } from '@tereze/operation'
import type { Colleague } from '../contract/index.ts'

/** Gives officials of an organisation by id with their names. */
export async function colleaguesOf(
  context: Context,
  organisation: string,
  ids: readonly string[],
): Promise<(id: string) => Colleague> {
  if (ids.length === 0) return official => ({ official, name: null })
  const found = await context.call(listOfficials, { organisation, officials: [...new Set(ids)].slice(0, 500) })
  const names = new Map(isRefused(found) ? [] : found.items.map(({ official, name }) => [official, name]))
  return official => ({ official, name: names.get(official) ?? null })
}
