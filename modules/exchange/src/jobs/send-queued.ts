import { isErased, keyring } from '@tereze/foundation-keys'
import { type Context, type JobContext, job } from '@tereze/foundation-operations'
import { type Answer, asking, notSubscribed } from '../contract/message.ts'
import { messageAnswered, messageDied } from '../contract/queue.ts'
import { type AfterAttempt, decideAttempt } from '../rules/decide-attempt.ts'
import { decideFilesToSend } from '../rules/decide-files-to-send.ts'
import { decideHandOver } from '../rules/decide-hand-over.ts'
import { listFileStates } from '../store/files.ts'
import { updateFollowedOfRequest } from '../store/followed.ts'
import {
  claimQueued,
  dueQueued,
  listClaimedTenants,
  listDueTenants,
  type QueueRow,
  releaseQueued,
  updateQueued,
} from '../store/queue.ts'
import { getSubscriptionForUpdate } from '../store/subscriptions.ts'
import { judgeSubscription } from '../topics/judge-subscription.ts'
import { stopSubscription } from '../topics/stop-subscription.ts'

/** Messages that a node sends at once for each organisation. */
const batch = 20
/** How long a claim holds: longer than the longest answer is waited for. */
const lease = 150_000

/** Asks what a queued message asks; a message whose person was erased has nothing to say any more. */
async function attempt({ database, ports }: JobContext, row: QueueRow): Promise<Answer> {
  const opened = await ports
    .get(keyring)
    .open(database, row.tenant, row.sealedFor, row.body, `exchange-queue/${row.id}`)
  if (isErased(opened)) return { ok: false, code: 'exchange.message-erased', retry: false }
  const held = decideFilesToSend(
    await listFileStates(
      database,
      row.tenant,
      row.files.map(({ file }) => file),
    ),
  )
  if (held !== null) return held
  return ports.get(asking).ask({
    id: row.id,
    contract: row.contract,
    ...(row.receiver === null ? {} : { receiver: row.receiver }),
    consumer: row.tenant,
    purpose: row.purpose,
    ground: row.ground,
    subjects: row.subjects,
    case: row.case,
    files: row.files,
    body: JSON.parse(new TextDecoder().decode(opened)) as unknown,
  })
}

/** Whether the subscriber of a topic may still be told; if it may not, it is not told any more from now on. */
async function mayTell({ write }: JobContext, row: QueueRow): Promise<boolean> {
  if (row.receiver === null || row.position === null) return true
  const key = { topic: row.contract, consumer: row.receiver, purpose: row.purpose }
  return write(row.tenant, async context => {
    const subscription = await getSubscriptionForUpdate(context.tx, key)
    if (subscription?.state !== 'active') return false
    const { access } = await judgeSubscription(context, subscription)
    const decided = decideHandOver(access, false, 0)
    if ('stop' in decided) await stopSubscription(context, subscription, decided.stop)
    return !('stop' in decided)
  })
}

/** Notes on both sides of a subscription what an attempt meant for it: the publisher's answer to a request, the subscriber's "no more". */
async function noteSubscription(context: Context, row: QueueRow, after: AfterAttempt): Promise<void> {
  if (after.state === 'waiting') return
  const { tx, now } = context
  if (row.receiver === null) {
    const ended = after.state === 'answered' ? ('active' as const) : ('refused' as const)
    updateFollowedOfRequest(tx, row.id, { state: ended, reason: 'code' in after ? after.code : null, now })
  } else if (row.position !== null && after.state === 'dead' && after.code === notSubscribed.code) {
    const key = { topic: row.contract, consumer: row.receiver, purpose: row.purpose }
    const subscription = await getSubscriptionForUpdate(tx, key)
    if (subscription?.state === 'active') await stopSubscription(context, subscription, after.code)
  }
}

/** Sends one message and writes what became of it, with its event, in one transaction. */
async function send(context: JobContext, row: QueueRow): Promise<void> {
  if (!(await mayTell(context, row))) return
  const answer = await attempt(context, row)
  const now = context.clock.now()
  const message = { id: row.id, attempts: row.attempts, giveUp: new Date(row.giveUp) }
  const after = decideAttempt(message, answer, now)
  await context.write(row.tenant, async writing => {
    const { tx, emit } = writing
    await noteSubscription(writing, row, after)
    const code = 'code' in after ? after.code : null
    updateQueued(tx, row.id, { state: after.state, code, due: 'due' in after ? after.due : now, now })
    const about = { message: row.id, contract: row.contract }
    if (after.state === 'answered') await emit(messageAnswered, { subject: row.id, data: about, ground: row.ground })
    if (after.state === 'dead')
      await emit(messageDied, { subject: row.id, data: { ...about, code: after.code }, ground: row.ground })
  })
}

/** Sends the messages of the queue that are due. A node that dies meanwhile loses nothing: its claim ends, and the same id is the same message. */
export const sendQueued = job({
  name: 'exchange.send-queued',
  every: 2_000,
  due: dueQueued,
  async run(context) {
    const now = context.clock.now()
    const claim = { now, until: new Date(now.getTime() + lease) }
    let sent = 0
    for (const tenant of await listDueTenants(context.database, now)) {
      const claimed = await context.write(tenant, ({ tx }) => claimQueued(tx, claim, batch))
      await Promise.all(claimed.map(row => send(context, row).catch((error: unknown) => context.report(error))))
      sent += claimed.length
    }
    return sent
  },
  async release(context) {
    const now = context.clock.now()
    const until = new Date(now.getTime() + lease)
    for (const tenant of await listClaimedTenants(context.database, now, until))
      await context.write(tenant, ({ tx }) => releaseQueued(tx, now, until))
  },
})
