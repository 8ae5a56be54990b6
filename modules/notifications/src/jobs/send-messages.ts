import { type JobContext, job } from '@tereze/foundation-operations'
import { usualPreference } from '../rules/decide-preference.ts'
import { attempt } from '../sending/attempt.ts'
import { findRecipients, type Recipient } from '../sending/recipient.ts'
import { settle } from '../sending/settle.ts'
import {
  claimDeliveries,
  dueDeliveries,
  listTenantsAbandoned,
  listTenantsDue,
  releaseDeliveries,
} from '../store/deliveries.ts'

/** Deliveries sent at once; their outcomes commit together. */
const batch = 32
/** Longer than any call lasts: a node that died with deliveries in its hands lets them go after this. */
const claimSeconds = 60

const unknown: Recipient = { contact: null, preference: usualPreference, resting: new Map() }

async function sendMessagesOf(tenant: string, context: JobContext): Promise<number> {
  const now = context.clock.now()
  const until = new Date(now.getTime() + claimSeconds * 1000)
  const { due, recipients } = await context.write(tenant, async running => {
    const claimed = await claimDeliveries(running.tx, { now, until, node: context.node, limit: batch })
    const persons = claimed.map(({ person }) => person)
    return { due: claimed, recipients: await findRecipients(running, persons, now) }
  })
  if (due.length === 0) return 0
  const attempts = await Promise.all(
    due.map(delivery => attempt(tenant, delivery, recipients.get(delivery.person) ?? unknown, context)),
  )
  await settle(tenant, attempts, context)
  return due.length
}

/** Sends what is due by all channels: claim and commit, send outside any transaction, commit the outcome. */
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
