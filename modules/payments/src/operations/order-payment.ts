import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { accounts, orderPayment, paymentOrdered } from '../contract/index.ts'
import { decideOrder } from '../rules/decide-order.ts'
import { findOrderOfKey, insertOrder } from '../store/orders.ts'

/** Orders a payment; the bank is told after commit. */
export const orderPaymentHandler = handle(orderPayment, {
  tenant: input => input.organisation,
  async run(input, context) {
    context.concerns([input.person], ['account'])
    const known = await findOrderOfKey(context.tx, context.tx.tenant, input.key)
    if (known !== null) return { payment: known.id }
    const account = decideOrder(input, await context.port(accounts).find(context, input.account))
    if (isRefused(account)) return account
    const { id, isNew } = await insertOrder(context.tx, {
      id: context.ids.newId('payment'),
      key: input.key,
      person: input.person,
      case: input.case,
      account: account.account,
      masked: account.masked,
      ...input.amount,
      purpose: input.purpose,
      now: context.now,
    })
    if (isNew) await context.emit(paymentOrdered, { subject: id, data: { payment: id, case: input.case } })
    return { payment: id }
  },
})
