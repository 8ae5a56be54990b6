import { module } from '@tereze/foundation-operations'
import { sendOrders } from './jobs/send-orders.ts'
import { listOwnPaymentsHandler } from './operations/list-own-payments.ts'
import { orderPaymentHandler } from './operations/order-payment.ts'

export { registerAccounts } from './ports/accounts/registers.ts'
export { demoBank } from './ports/bank/demo.ts'
export { failingBank } from './ports/bank/failing.ts'
export { BankUnclear, httpBank } from './ports/bank/http.ts'

/** Payment orders, sent to a bank exactly once. */
export const payments = module({
  name: 'payments',
  operations: [orderPaymentHandler, listOwnPaymentsHandler],
  jobs: [sendOrders],
  migrations: new URL('../migrations/', import.meta.url),
  messages: new URL('../messages/', import.meta.url),
})
