import type { MarkedLine } from '@tereze/audit/contract'
import { expect, test } from 'vitest'
import { type ReceiptParts, receiptParts, recordedAt } from './receipt-parts.ts'

const place = (state: MarkedLine['state']): MarkedLine => ({
  state,
  line: 'audit_1',
  index: 1,
  size: 2,
  origin: 'log',
  witnesses: 0,
})

test.each<[boolean, MarkedLine['state'] | null, ReceiptParts]>([
  [false, null, { signature: false, line: null, tree: null }],
  [true, 'missing', { signature: true, line: false, tree: null }],
  [true, 'changed', { signature: true, line: false, tree: null }],
  [true, 'awaited', { signature: true, line: true, tree: null }],
  [true, 'broken', { signature: true, line: true, tree: false }],
  [true, 'proved', { signature: true, line: true, tree: true }],
])('genuine %s, line %s', (genuine, state, parts) =>
  expect(receiptParts({ genuine, state: null, place: state === null ? null : place(state) })).toEqual(parts),
)

test('the moment of a receipt is that of its last event', () => {
  const events = [{ event_time: '2026-03-02T04:00:00.000Z' }, { event_time: '2026-04-02T04:00:00.000Z' }]
  expect(recordedAt({ events })).toBe('2026-04-02T04:00:00.000Z')
  for (const record of [null, {}, { events: [] }, { events: [{ event_time: 'soon' }] }])
    expect(recordedAt(record)).toBeNull()
})
