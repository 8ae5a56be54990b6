import type { BankAnswer, BankOrder } from '../../contract/index.ts'

/** A bank that cannot be reached. */
export function failingBank(): { pay(order: BankOrder): Promise<BankAnswer> } {
  return { pay: () => Promise.reject(new Error('the bank is unreachable')) }
}
