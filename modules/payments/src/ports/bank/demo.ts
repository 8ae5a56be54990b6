import { createHash } from 'node:crypto'
import type { BankAnswer, BankOrder } from '../../contract/index.ts'

/** The demo country's bank: pays everything at once. The reference follows from the order, so a repetition is the same payment. */
export function demoBank(): { pay(order: BankOrder): Promise<BankAnswer> } {
  return {
    pay: async ({ order }) => ({
      status: 'paid',
      reference: `DB-${createHash('sha256').update(order).digest('hex').slice(0, 12).toUpperCase()}`,
    }),
  }
}
