import { type JobContext, job } from '@tereze/foundation-operations'
import { type Contact, contacts, mail, type Sent, sms } from '../contract/index.ts'
import { decideDelivery } from '../rules/decide-delivery.ts'
import {
  claimDeliveries,
  type DueDelivery,
  dueDeliveries,
  listTenantsAbandoned,
  listTenantsDue,
  releaseDeliveries,
  updateDeliveries,
} from '../store/deliveries.ts'

/** Deliveries sent at once; their outcomes commit together. */
const batch = 32
/** Longer than any call lasts: a node that died with deliveries in its hands lets them go after this. */
const claimSeconds = 60

/** Id under which the other side knows a repetition. */
const idOf = (delivery: DueDelivery) => `${delivery.message}.${delivery.channel}`

async function send(
  delivery: DueDelivery,
  contact: Contact | null,
  context: JobContext,
): Promise<Sent | 'unreachable' | 'no-address'> {
  const to = delivery.channel === 'email' ? contact?.email : contact?.phone
  if (!contact || !to) return 'no-address'
  const { language } = contact
  const { title, text, sms: short } = delivery.texts[language]
  try {
    return delivery.channel === 'email'
      ? await context.ports.get(mail).send({ id: idOf(delivery), to, subject: title, text, language })
      : await context.ports.get(sms).send({ id: idOf(delivery), to, text: short })
  } catch {
    return 'unreachable'
  }
}

async function sendMessagesOf(tenant: string, context: JobContext): Promise<number> {
  const now = context.clock.now()
  const until = new Date(now.getTime() + claimSeconds * 1000)
  const { due, found } = await context.write(tenant, async running => {
    const claimed = await claimDeliveries(running.tx, { now, until, node: context.node, limit: batch })
    const people = new Map<string, Contact | null>()
    for (const { person } of claimed) {
      if (!people.has(person)) people.set(person, await running.port(contacts).find(running, person))
    }
    return { due: claimed, found: people }
  })
  if (due.length === 0) return 0
  const outcomes = await Promise.all(
    due.map(async delivery => {
      const outcome = await send(delivery, found.get(delivery.person) ?? null, context)
      return { delivery, next: decideDelivery(outcome, delivery.attempts, context.clock.now()) }
    }),
  )
  await context.write(tenant, ({ tx }) => updateDeliveries(tx, outcomes, context.clock.now()))
  return due.length
}

/** Sends what is due by e-mail and SMS: claim and commit, send outside any transaction, commit the outcome. */
export const sendMessages = job({
  name: 'notifications.send-messages',
  every: 500,
  due: dueDeliveries,
  async run(context) {
    let sent = 0
    for (const tenant of await listTenantsDue(context.database, context.clock.now())) {
      sent += await sendMessagesOf(tenant, context)
    }
    return sent
  },
  async release(context) {
    for (const tenant of await listTenantsAbandoned(context.database))
      await context.write(tenant, ({ tx }) => releaseDeliveries(tx, context.clock.now()))
  },
})
