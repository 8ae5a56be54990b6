import { type JobContext, job } from '@tereze/foundation-operations'
import { type BankAnswer, bank, paymentPaid, paymentRejected } from '../contract/index.ts'
import { decideAfterAnswer, decideAfterSilence, type NextStep } from '../rules/decide-next.ts'
import {
  claimOrders,
  dueOrders,
  listTenantsAbandoned,
  listTenantsDue,
  type OrderRow,
  releaseOrders,
  updateOrder,
} from '../store/orders.ts'

/** Orders told at once; their answers commit together, so that a payment costs a share of a transaction. */
const batch = 16
/** Longer than any call to the bank lasts: a node that died with orders in its hands lets them go after this at the latest. */
const claimSeconds = 60

async function tell(order: OrderRow, context: JobContext): Promise<BankAnswer | null> {
  try {
    return await context.ports.get(bank).pay({
      order: order.id,
      account: order.account,
      amount: { amount: order.amount, currency: order.currency },
      purpose: order.purpose.en,
    })
  } catch {
    return null
  }
}

async function write(
  tenant: string,
  steps: readonly { order: OrderRow; next: NextStep }[],
  context: JobContext,
): Promise<void> {
  await context.write(tenant, async ({ tx, emit }) => {
    for (const { order, next } of steps) {
      if (!(await updateOrder(tx, order.id, next))) continue
      const about = { payment: order.id, case: order.case }
      if (next.status === 'paid') await emit(paymentPaid, { subject: order.id, data: about })
      if (next.status === 'rejected') {
        await emit(paymentRejected, { subject: order.id, data: { ...about, code: next.problem ?? 'rejected' } })
      }
    }
  })
}

async function sendOrdersOf(tenant: string, context: JobContext): Promise<number> {
  const now = context.clock.now()
  const until = new Date(now.getTime() + claimSeconds * 1000)
  const orders = await context.write(tenant, ({ tx }) =>
    claimOrders(tx, { now, until, node: context.node, limit: batch }),
  )
  if (orders.length === 0) return 0
  const steps = await Promise.all(
    orders.map(async order => {
      const answer = await tell(order, context)
      const at = context.clock.now()
      return { order, next: answer === null ? decideAfterSilence(order, at) : decideAfterAnswer(answer, at) }
    }),
  )
  await write(tenant, steps, context)
  return orders.length
}

/**
 * Tells the bank what is due: claim and commit, call the bank outside any transaction, commit its answer. A node may die
 * between any two of these; the order is then sent again under the same id, which the bank knows.
 */
export const sendOrders = job({
  name: 'payments.send-orders',
  every: 500,
  due: dueOrders,
  async run(context) {
    let sent = 0
    for (const tenant of await listTenantsDue(context.database, context.clock.now())) {
      sent += await sendOrdersOf(tenant, context)
    }
    return sent
  },
  async release(context) {
    for (const tenant of await listTenantsAbandoned(context.database))
      await context.write(tenant, ({ tx }) => releaseOrders(tx, context.clock.now()))
  },
})
