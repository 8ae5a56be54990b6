import { getOrganisation, packages } from '@tereze/catalogue/contract'
import type { JobContext } from '@tereze/foundation-operations'
import { channels, type Sent } from '../contract/index.ts'
import { lawOf } from '../notices/law-of.ts'
import { addressMark } from '../rules/address-mark.ts'
import { decideDelivery } from '../rules/decide-delivery.ts'
import { decideMoment } from '../rules/decide-moment.ts'
import { decideNext } from '../rules/decide-next.ts'
import { topicOf, type Way } from '../rules/notification-law.ts'
import { upsertBounces } from '../store/bounces.ts'
import { type DueDelivery, insertNext, listTried, updateDeliveries } from '../store/deliveries.ts'
import { addressesOf, type Recipient } from './recipient.ts'

/** What came of an attempt; a moment: nothing was sent, it is put off until then. */
export type Outcome = Sent | 'unreachable' | 'no-address' | 'refused' | Date

/** An attempt that was made. */
export interface Attempt {
  readonly delivery: Pick<DueDelivery, 'message' | 'channel' | 'attempts'>
  readonly recipient: Recipient
  readonly outcome: Outcome
  /** False when nothing was tried because the address rests: it does not rest longer for that. */
  readonly tried: boolean
}

/** Addresses from which something came back just now. */
function bouncesIn(attempts: readonly Attempt[]): { readonly mark: string; readonly channel: Way }[] {
  return attempts.flatMap(({ delivery: { channel }, recipient, outcome, tried }) => {
    const address = addressesOf(recipient.contact).get(channel)
    return outcome !== 'bounced' || !tried || address === undefined
      ? []
      : [{ channel, mark: addressMark(channel, address) }]
  })
}

/**
 * Writes what came of attempts of an organisation. Where all channels of a message failed for good, the next one by the law begins in the
 * same transaction; addresses from which something came back rest.
 */
export async function settle(tenant: string, attempts: readonly Attempt[], context: JobContext): Promise<void> {
  const now = context.clock.now()
  const all = context.ports.get(packages)
  const law = lawOf(all, tenant)
  const { zone } = getOrganisation(all, tenant)
  const { open } = context.ports.get(channels)
  const outcomes = attempts.map(({ delivery, outcome }) => ({
    delivery,
    next: decideDelivery(outcome, delivery.attempts, now),
  }))
  const failed = outcomes.filter(({ next }) => next.state === 'failed').map(({ delivery }) => delivery)
  const recipientOf = new Map(attempts.map(({ delivery, recipient }) => [delivery.message, recipient]))
  await context.write(tenant, async ({ tx }) => {
    await updateDeliveries(tx, outcomes, now)
    if (failed.length === 0) return
    const begun = (await listTried(tx, [...new Set(failed.map(({ message }) => message))])).flatMap(message => {
      const preference = recipientOf.get(message.message)?.preference
      if (preference === undefined) return []
      const topic = topicOf(law, message.topic)
      const channel = decideNext({ ...message, law, topic, preference, open })
      if (channel === null) return []
      const at = decideMoment({
        channel,
        topic,
        law,
        preference: { ...preference, daily: [] },
        zone: preference.zone ?? zone,
        now,
      }).at
      const insteadOf = failed.find(one => one.message === message.message)?.channel ?? null
      return [{ message: message.message, channel, at, insteadOf }]
    })
    if (begun.length > 0) await insertNext(tx, begun)
  })
  const bounces = bouncesIn(attempts)
  if (bounces.length > 0) await context.write('platform', ({ tx }) => upsertBounces(tx, bounces, now))
}
