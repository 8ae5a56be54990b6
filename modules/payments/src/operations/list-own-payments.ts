import { handle } from '@tereze/foundation-operations'
import { listOwnPayments, type PaymentOrder } from '../contract/index.ts'
import { listOrdersOfPerson, type OrderRow } from '../store/orders.ts'

function toPaymentOrder(row: OrderRow): PaymentOrder {
  return {
    payment: row.id,
    organisation: row.tenant,
    case: row.case,
    amount: { amount: row.amount, currency: row.currency },
    account: row.masked,
    purpose: row.purpose,
    status: row.status,
    orderedAt: row.orderedAt,
    paidAt: row.status === 'paid' ? row.settledAt : null,
  }
}

/** A person's payments from all organisations. */
export const listOwnPaymentsHandler = handle(listOwnPayments, {
  tenant: () => 'platform',
  async run(input, context) {
    context.concerns([input.person])
    const limit = input.limit ?? 50
    const found = await listOrdersOfPerson(context.tx, {
      person: input.person,
      organisation: input.organisation ?? null,
      case: input.case ?? null,
      after: input.after ?? null,
      limit: limit + 1,
    })
    const items = found.slice(0, limit).map(toPaymentOrder)
    return { items, next: found.length > limit ? (items.at(-1)?.payment ?? null) : null }
  },
})
