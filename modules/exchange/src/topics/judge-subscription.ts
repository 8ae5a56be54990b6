import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { type Context, localDate } from '@tereze/foundation-operations'
import { operator } from '../rules/certificate.ts'
import { type AccessAnswer, allGrants, decideAccess } from '../rules/decide-access.ts'
import { findService } from '../rules/service-version.ts'
import { readStanding } from '../store/standing.ts'
import type { SubscriptionRow } from '../store/subscriptions.ts'

/** Reads what the grants say of a subscriber today, and whether its publisher has closed the topic; access is null where there is no such topic. */
export async function judgeSubscription(
  { tx, port, now }: Pick<Context, 'tx' | 'port' | 'now'>,
  { topic, consumer, purpose, system }: SubscriptionRow,
): Promise<{ access: AccessAnswer | null; paused: boolean }> {
  const provider = tx.tenant
  const contract = findService(port(packages), topic)?.contract
  if (contract === undefined) return { access: null, paused: false }
  const standing = await readStanding(tx, { provider, consumer, kid: '', contract: topic, operator, now })
  const today = localDate(now, getOrganisation(port(packages), provider).zone)
  const grants = allGrants(topic, contract, standing.given)
  const access = decideAccess(grants, new Set(standing.revoked), { consumer, system, purpose }, today)
  return { access, paused: standing.pausedUntil !== null }
}
