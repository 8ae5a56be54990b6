import { describe, expect, it } from 'vitest'
import type { ClassifierRow } from './classifier-row.ts'
import { codesOn, decideEdition, type HeldCode } from './decide-edition.ts'

const row = (code: string, name: string, more: Partial<ClassifierRow> = {}): ClassifierRow => ({
  row: 1,
  code,
  parent: null,
  level: 1,
  names: { en: name },
  from: null,
  until: null,
  replacedBy: [],
  ...more,
})

/** What is held after an edition: one record for each code and first day. */
function after(held: readonly HeldCode[], rows: readonly ClassifierRow[], from: string, isFull = true): HeldCode[] {
  const records = new Map(held.map(code => [`${code.code} ${code.from}`, code]))
  for (const { row: _, change: __, ...code } of decideEdition(held, rows, { from, isFull }).written)
    records.set(`${code.code} ${code.from}`, code)
  return [...records.values()]
}

const on = (held: readonly HeldCode[], day: string) =>
  codesOn(held, day)
    .map(({ code, names }) => `${code} ${names.en}`)
    .sort()

describe('decideEdition', () => {
  const first = after([], [row('1', 'One'), row('2', 'Two'), row('3', 'Three')], '2024-01-01')
  const second = after(first, [row('1', 'One'), row('2', 'Second'), row('4', 'Four')], '2025-01-01')

  it('keeps for every day what held on it', () => {
    expect(on(second, '2023-12-31')).toEqual([])
    expect(on(second, '2024-12-31')).toEqual(['1 One', '2 Two', '3 Three'])
    expect(on(second, '2025-01-01')).toEqual(['1 One', '2 Second', '4 Four'])
  })

  it('changes nothing when the same edition comes again', () => {
    const again = decideEdition(second, [row('1', 'One'), row('2', 'Second'), row('4', 'Four')], {
      from: '2025-01-01',
      isFull: true,
    })
    expect(again).toEqual({ written: [], same: 3 })
  })

  it('withdraws what a full edition does not have, and nothing when changes alone come', () => {
    const changes = (isFull: boolean) =>
      decideEdition(first, [row('2', 'Two')], { from: '2025-01-01', isFull }).written.map(
        ({ code, until, change }) => `${code} ${until} ${change}`,
      )
    expect(changes(true)).toEqual(['1 2024-12-31 withdrawn', '3 2024-12-31 withdrawn'])
    expect(changes(false)).toEqual([])
  })

  it('ends a code that says so, with its successors', () => {
    const ended = after(first, [row('1', 'One', { until: '2024-06-30', replacedBy: ['2'] })], '2024-05-01', false)
    expect(on(ended, '2024-06-30')).toContain('1 One')
    expect(on(ended, '2024-07-01')).not.toContain('1 One')
    expect(ended.find(({ code }) => code === '1')).toMatchObject({ from: '2024-01-01', replacedBy: ['2'] })
  })

  it('lets a withdrawn code come back, with the gap in between', () => {
    const third = after(
      second,
      [row('1', 'One'), row('2', 'Second'), row('3', 'Three'), row('4', 'Four')],
      '2026-01-01',
    )
    expect(on(third, '2025-06-01')).not.toContain('3 Three')
    expect(on(third, '2026-01-01')).toContain('3 Three')
  })

  it('corrects an edition of the same day in its place', () => {
    const corrected = after(first, [row('1', 'Uno'), row('2', 'Two'), row('3', 'Three')], '2024-01-01')
    expect(on(corrected, '2024-01-01')).toEqual(['1 Uno', '2 Two', '3 Three'])
    expect(corrected).toHaveLength(3)
  })
})
