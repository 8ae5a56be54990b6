import { bind } from '@tereze/foundation-operations'
import { person, system, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { accounts, bank, listOwnPayments, orderPayment } from '../contract/index.ts'
import { payments } from '../index.ts'
import { demoBank } from '../ports/bank/demo.ts'

const mother = person()
const known = { account: 'account_1', person: mother.id, masked: 'DMD-••••-1234', closed: false }
const platform = await testPlatform({
  modules: [payments],
  bindings: [
    bind(bank, demoBank()),
    bind(accounts, { find: async (_, account) => (account === known.account ? known : null) }),
  ],
})
const actor = system({ organisation: 'social-protection', roles: ['platform'] })
const order = {
  organisation: 'social-protection',
  person: mother.id,
  case: null,
  account: 'account_1',
  amount: { amount: '41000.00', currency: 'DMD' },
  purpose: { en: 'Birth benefit', ru: 'Пособие при рождении', kk: 'Бала туғанда берілетін жәрдемақы' },
  key: 'case_1/birth-benefit',
}

describe('order-payment', () => {
  it('orders once for one key, pays, and tells', async () => {
    const first = await platform.run(orderPayment, order, actor)
    const again = await platform.run(orderPayment, order, actor)
    expect(isRefused(first)).toBe(false)
    expect(again).toEqual(first)
    await platform.settle()
    const events = await platform.listEvents('payments.payment-ordered', 'payments.payment-paid')
    expect(events.map(event => event.type)).toEqual(['payments.payment-ordered', 'payments.payment-paid'])
    const page = await platform.run(listOwnPayments, { person: mother.id }, mother)
    if (isRefused(page)) throw new Error(page.code)
    expect(page).toMatchObject({
      items: [{ organisation: 'social-protection', account: 'DMD-••••-1234', status: 'paid', amount: order.amount }],
      next: null,
    })
    expect(page.items[0]?.paidAt).toBe('2026-03-02T04:00:00.000Z')
  })

  it('refuses an unknown account and keeps nothing', async () => {
    const refused = await platform.run(orderPayment, { ...order, account: 'account_9', key: 'k9' }, actor)
    expect(refused).toMatchObject({ code: 'payments.account-not-found', pointer: '/account' })
    await platform.settle()
    expect((await platform.listEvents('payments.payment-ordered')).length).toBe(1)
  })

  it('is audited with the person it is about', () => {
    expect(platform.audited.find(line => line.operation === orderPayment.name)).toMatchObject({
      tenant: 'social-protection',
      subjects: [mother.id],
      outcome: 'done',
    })
  })
})
