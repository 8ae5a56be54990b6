import { expect, it } from 'vitest'
import { actingBy, clientsOf } from './acting-chain.ts'

const person = 'person_01960000-0000-7000-8000-000000000001'
const firm = 'organisation_01960000-0000-7000-8000-000000000002'

it.each([
  ['a token of one’s own', { sub: person, client_id: 'bank' }, person, null, ['bank']],
  [
    'one that was passed on',
    { sub: person, client_id: 'fund', act: { sub: 'fund', act: { sub: 'bank' } } },
    person,
    null,
    ['bank', 'fund'],
  ],
  [
    'one for another',
    { sub: firm, client_id: 'bank', act: { sub: 'bank', act: { sub: person } } },
    person,
    firm,
    ['bank'],
  ],
  [
    'one for another that was passed on',
    { sub: firm, client_id: 'fund', act: { sub: 'fund', act: { sub: 'bank', act: { sub: person } } } },
    person,
    firm,
    ['bank', 'fund'],
  ],
] as const)('%s says who acts, for whom, and by which clients', (_, payload, account, onBehalfOf, clients) => {
  expect(actingBy(payload)).toEqual({ account, onBehalfOf })
  expect(clientsOf(payload)).toEqual(clients)
})
