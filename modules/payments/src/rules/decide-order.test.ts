import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import type { Account } from '../contract/index.ts'
import { decideOrder } from './decide-order.ts'

const account: Account = { account: 'account_1', person: 'person_1', masked: 'DMD-••••-1234', closed: false }
const order = { person: 'person_1', amount: { amount: '41000.00', currency: 'DMD' } }

describe('decideOrder', () => {
  it('allows positive money to an open own account', () => {
    expect(decideOrder(order, account)).toBe(account)
  })

  it.each([
    ['no account', null],
    ["somebody else's account", { ...account, person: 'person_2' }],
    ['a closed account', { ...account, closed: true }],
  ])('refuses %s', (_, wrong) => {
    expect(decideOrder(order, wrong)).toMatchObject({ code: 'payments.account-not-found', pointer: '/account' })
  })

  it.each(['0', '0.00', '-1.00', '-0.01'])('refuses the amount %s', amount => {
    const decided = decideOrder({ ...order, amount: { amount, currency: 'DMD' } }, account)
    expect(isRefused(decided) && decided.code).toBe('payments.amount-invalid')
  })
})
