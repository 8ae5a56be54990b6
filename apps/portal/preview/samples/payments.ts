import type { OutputOf } from '@tereze/operation'
import type { listOwnPayments } from '@tereze/payments/contract'
import { id, money, names, oneTimeCase } from './family.ts'

/** What was paid. */
export const payments: OutputOf<typeof listOwnPayments> = {
  items: [
    {
      payment: id('payment', 1),
      organisation: 'social-protection',
      case: oneTimeCase,
      amount: money('149000.00'),
      account: 'DMB-••••-4410',
      purpose: names.oneTime,
      status: 'paid',
      orderedAt: '2026-02-23T05:00:04.000Z',
      paidAt: '2026-02-23T05:00:20.000Z',
    },
  ],
  next: null,
}
