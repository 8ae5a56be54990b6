import { describe, expect, it } from 'vitest'
import { fitsColumn } from './fits-column.ts'

describe('fitsColumn', () => {
  it.each([
    ['anything', 'text'],
    [true, 'text'],
    [null, 'number'],
    [undefined, 'date'],
    [[], 'number'],
    [-1.5, 'number'],
    ['41000.00', 'number'],
    [1e-7, 'number'],
    ['2024-02-29', 'date'],
    [false, 'boolean'],
    ['true', 'boolean'],
    ['2026-03-02T04:00:00.000Z', 'instant'],
  ] as const)('%j may be compared with a %s', (wanted, type) => expect(fitsColumn(wanted as never, type)).toBe(true))

  it.each([
    ['heavy', 'number'],
    [['1', 'x'], 'number'],
    ['', 'number'],
    [true, 'number'],
    ['2025-02-29', 'date'],
    ['0000-00-00', 'date'],
    [20250101, 'date'],
    ['perhaps', 'boolean'],
    [1, 'boolean'],
    ['2026-03-02', 'instant'],
    ['2026-03-02Tnoon', 'instant'],
  ] as const)('%j may not be compared with a %s', (wanted, type) =>
    expect(fitsColumn(wanted as never, type)).toBe(false),
  )
})
