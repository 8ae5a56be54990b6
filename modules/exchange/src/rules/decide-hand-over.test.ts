import { expect, it } from 'vitest'
import { decideHandOver, subscriberWindow } from './decide-hand-over.ts'

const grant = { grant: { id: 'a', consumer: 'health', purpose: 'p', ground: 'act:x/1', until: '2030-12-31' } }

it.each([
  ['a topic that is not published any more', null, false, 0, { stop: 'exchange.contract-not-found' }],
  ['access that ended', { denied: 'ended', day: '2026-01-01' }, false, 0, { stop: 'exchange.access-ended' }],
  [
    'access that was taken back, maintenance or not',
    { denied: 'revoked', day: null },
    true,
    0,
    { stop: 'exchange.access-revoked' },
  ],
  ['a subscriber that keeps up', grant, false, 0, { hand: subscriberWindow }],
  ['a subscriber that is slow', grant, false, subscriberWindow - 1, { hand: 1 }],
  ['a subscriber that is dead', grant, false, subscriberWindow + 3, { hand: 0 }],
  ['a topic closed for maintenance', grant, true, 0, { hand: 0 }],
] as const)('decides for %s', (_, access, paused, open, wanted) => {
  expect(decideHandOver(access, paused, open)).toEqual(wanted)
})
