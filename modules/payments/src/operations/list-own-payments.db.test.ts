import { bind } from '@tereze/foundation-operations'
import { person, system, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { accounts, bank, listOwnPayments, orderPayment } from '../contract/index.ts'
import { payments } from '../index.ts'
import { demoBank } from '../ports/bank/demo.ts'

const mother = person()
const platform = await testPlatform({
  modules: [payments],
  bindings: [
    bind(bank, demoBank()),
    bind(accounts, {
      find: async (_, account) => ({ account, person: mother.id, masked: 'DMD-••••-1234', closed: false }),
    }),
  ],
})
const actor = system({ organisation: 'social-protection', roles: ['platform'] })

it('pages by keyset, by person and by case, from all organisations', async () => {
  for (const n of [1, 2, 3, 4]) {
    platform.clock.advance({ seconds: 1 })
    await platform.run(
      orderPayment,
      {
        organisation: n % 2 === 0 ? 'social-protection' : 'education',
        person: mother.id,
        case: n === 4 ? 'case_2' : 'case_1',
        account: 'account_1',
        amount: { amount: `${n}.00`, currency: 'DMD' },
        purpose: { en: 'Benefit', ru: 'Пособие', kk: 'Жәрдемақы' },
        key: `k${n}`,
      },
      actor,
    )
  }
  const first = await platform.run(listOwnPayments, { person: mother.id, limit: 3 }, mother)
  if (isRefused(first)) throw new Error(first.code)
  expect(first.items.map(item => [item.organisation, item.amount.amount, item.status])).toEqual([
    ['social-protection', '4.00', 'ordered'],
    ['education', '3.00', 'ordered'],
    ['social-protection', '2.00', 'ordered'],
  ])
  const rest = await platform.run(listOwnPayments, { person: mother.id, limit: 3, after: first.next ?? '' }, mother)
  if (isRefused(rest)) throw new Error(rest.code)
  expect([rest.items.length, rest.next]).toEqual([1, null])
  const ofCase = await platform.run(listOwnPayments, { person: mother.id, case: 'case_2' }, mother)
  if (isRefused(ofCase)) throw new Error(ofCase.code)
  expect(ofCase.items.length).toBe(1)
  const stranger = 'person_01960000-0000-7000-8000-000000000099'
  expect(await platform.run(listOwnPayments, { person: stranger }, mother)).toEqual({ items: [], next: null })
})
