import type { BankAnswer, PaymentStatus } from '../contract/index.ts'

/** Where an order goes after the bank was told. */
export interface NextStep {
  readonly status: PaymentStatus
  /** When the bank is told again; null when it is settled. */
  readonly nextAt: Date | null
  readonly problem: string | null
  readonly bankReference: string | null
  readonly settledAt: Date | null
}

const longestPauseSeconds = 600
const askAgainSeconds = 30

/** After the bank answered. */
export function decideAfterAnswer(answer: BankAnswer, now: Date): NextStep {
  switch (answer.status) {
    case 'paid':
      return { status: 'paid', nextAt: null, problem: null, bankReference: answer.reference, settledAt: now }
    case 'rejected':
      return { status: 'rejected', nextAt: null, problem: answer.code, bankReference: null, settledAt: now }
    case 'accepted':
      return {
        status: 'sent',
        nextAt: after(now, askAgainSeconds),
        problem: null,
        bankReference: null,
        settledAt: null,
      }
  }
}

/**
 * After the bank could not be reached: again in 2, 4, 8 … seconds, at most ten minutes, for as long as it takes. Money that
 * was ordered is never given up silently; `problem` shows that it is late.
 */
export function decideAfterSilence(order: { status: PaymentStatus; attempts: number }, now: Date): NextStep {
  const seconds = Math.min(2 ** Math.min(order.attempts, 20), longestPauseSeconds)
  return {
    status: order.status,
    nextAt: after(now, seconds),
    problem: 'bank-unreachable',
    bankReference: null,
    settledAt: null,
  }
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000)
}
