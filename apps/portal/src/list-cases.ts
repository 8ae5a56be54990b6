import { listOwnPowers } from '@tereze/access/contract'
import { listOwnCases } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem, type Problem } from '@tereze/ui-client'
import type { PageContext } from './page.ts'
import { partyOf } from './party.ts'

/** The services to which a visitor's powers limit them now; null where nothing does. */
async function limitsOf({
  client,
  visitor,
}: Pick<PageContext, 'client' | 'visitor'>): Promise<readonly string[] | null> {
  if (visitor.acting === undefined) return null
  const own = await client.call(listOwnPowers, {})
  return isProblem(own) ? null : (own.principals.find(one => one.principal === visitor.acting?.id)?.services ?? null)
}

/** The cases that a visitor may see, newest first: of whom they act for, where powers limit them to services only those. */
export async function listCases(
  context: Pick<PageContext, 'client' | 'visitor'>,
  page: { readonly limit: number; readonly after?: string },
): Promise<OutputOf<typeof listOwnCases> | Problem> {
  const services = await limitsOf(context)
  const only = services === null || services.length === 0 ? {} : { services: [...services] }
  return context.client.call(listOwnCases, { person: partyOf(context.visitor), ...only, ...page })
}
