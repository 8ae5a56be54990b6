import { expect, test } from 'vitest'
import type { PowerRow } from '../store/powers.ts'
import { lastDay } from './decide-giving.ts'
import type { PowerScheme } from './power-scheme.ts'
import { powerState } from './power-state.ts'

const power = (of: Partial<PowerRow>): PowerRow => ({
  id: 'power_1',
  principal: 'organisation_1',
  delegate: 'person_2',
  givenBy: 'person_1',
  parent: null,
  codes: ['apply'],
  services: null,
  depth: 0,
  from: '2026-03-02',
  until: '2026-03-31',
  state: 'accepted',
  offeredAt: '2026-03-01T05:00:00.000Z',
  answeredAt: null,
  endedAt: null,
  endedBy: null,
  reason: null,
  document: null,
  confirmedUntil: null,
  ...of,
})

test.each([
  ['2026-03-01', {}, 'not-yet'],
  ['2026-03-02', {}, 'in-force'],
  ['2026-03-31', {}, 'in-force'],
  ['2026-04-01', {}, 'lapsed'],
  ['2026-03-02', { state: 'offered' }, 'offered'],
  ['2026-04-01', { state: 'offered' }, 'lapsed'],
  ['2026-03-02', { state: 'refused' }, 'refused'],
  ['2026-04-01', { state: 'ended' }, 'ended'],
  ['2026-03-04', { confirmedUntil: '2026-03-04' }, 'in-force'],
  ['2026-03-05', { confirmedUntil: '2026-03-04' }, 'unconfirmed'],
] as const)('on %s %o stands %s', (today, of, state) => {
  expect(powerState(power(of), new Map(), today)).toBe(state)
})

test('what was given on stands as long as all above it do', () => {
  const above = (first: Partial<PowerRow>) =>
    new Map([
      ['power_1', power(first)],
      ['power_2', power({ id: 'power_2', parent: 'power_1' })],
    ])
  const last = power({ id: 'power_3', parent: 'power_2' })
  expect(powerState(last, above({}), '2026-03-02')).toBe('in-force')
  expect(powerState(last, above({ state: 'ended' }), '2026-03-02')).toBe('broken')
  expect(powerState(last, above({ until: '2026-03-05' }), '2026-03-06')).toBe('broken')
  expect(powerState(last, new Map(), '2026-03-02')).toBe('broken')
})

test('a power lasts so many years at most, also from a leap day', () => {
  const scheme = { years: 3 } as PowerScheme
  expect(lastDay(scheme, '2026-03-02')).toBe('2029-03-02')
  expect(lastDay(scheme, '2028-02-29')).toBe('2031-02-28')
})
