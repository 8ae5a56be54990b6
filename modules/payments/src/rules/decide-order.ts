import { type Money, type Refused, refuse } from '@tereze/operation'
import { type Account, accountNotFound, amountInvalid } from '../contract/index.ts'

/** Whether an amount is more than nothing. */
export function isPositive({ amount }: Money): boolean {
  return !amount.startsWith('-') && /[1-9]/.test(amount)
}

/** Whether a payment may be ordered: positive money, to an open account of the very person. */
export function decideOrder(
  order: { person: string; amount: Money },
  account: Account | null,
): Account | Refused<'payments.account-not-found' | 'payments.amount-invalid'> {
  if (!isPositive(order.amount)) return refuse(amountInvalid, { pointer: '/amount' })
  if (account === null || account.closed || account.person !== order.person) {
    return refuse(accountNotFound, { pointer: '/account' })
  }
  return account
}
