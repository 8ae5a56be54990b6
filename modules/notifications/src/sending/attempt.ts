import { getOrganisation, packages } from '@tereze/catalogue/contract'
import type { JobContext } from '@tereze/foundation-operations'
import { lawOf } from '../notices/law-of.ts'
import { isRefusedBy } from '../rules/decide-channels.ts'
import { decideMoment } from '../rules/decide-moment.ts'
import { topicOf, type Way } from '../rules/notification-law.ts'
import type { DueDelivery } from '../store/deliveries.ts'
import type { Sender } from './parcel.ts'
import { addressesOf, type Recipient } from './recipient.ts'
import { sendLetter } from './send-letter.ts'
import { sendSms } from './send-sms.ts'
import type { Attempt, Outcome } from './settle.ts'

/** How each channel sends. */
const senders: Readonly<Partial<Record<Way, Sender>>> = { email: sendLetter, sms: sendSms }

/** What holds a delivery back or ends it before anything is sent; null: it may go. */
function heldBack(tenant: string, delivery: DueDelivery, recipient: Recipient, context: JobContext): Outcome | null {
  const { channel } = delivery
  const { preference, resting } = recipient
  const all = context.ports.get(packages)
  const law = lawOf(all, tenant)
  const topic = topicOf(law, delivery.topic)
  if (isRefusedBy(preference, topic, channel)) return 'refused'
  const now = context.clock.now()
  const zone = preference.zone ?? getOrganisation(all, tenant).zone
  const { at } = decideMoment({ channel, topic, law, preference: { ...preference, daily: [] }, zone, now })
  if (at > now) return at
  return resting.has(channel) ? 'bounced' : null
}

/** Sends a delivery, or says why it does not go. */
export async function attempt(
  tenant: string,
  delivery: DueDelivery,
  recipient: Recipient,
  context: JobContext,
): Promise<Attempt> {
  const held = heldBack(tenant, delivery, recipient, context)
  if (held !== null) return { delivery, recipient, outcome: held, tried: false }
  const { contact, preference } = recipient
  const to = addressesOf(contact).get(delivery.channel)
  const send = senders[delivery.channel]
  if (contact === null || to === undefined || send === undefined)
    return { delivery, recipient, outcome: 'no-address', tried: false }
  const language = preference.language ?? contact.language
  const outcome = await send({ tenant, delivery, to, language, context }).catch(() => 'unreachable' as const)
  return { delivery, recipient, outcome, tried: true }
}
