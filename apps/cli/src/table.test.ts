import { describe, expect, it } from 'vitest'
import { barsOf, durationText, tableLines } from './table.ts'

describe('what tables are made of', () => {
  it('says durations in their two largest units', () => {
    expect([0, 0.44, 59, 60, 330, 3_600, 93_600, 172_805].map(durationText)).toEqual([
      '0 s',
      '0.4 s',
      '59 s',
      '1 min',
      '5 min 30 s',
      '1 h',
      '1 d 2 h',
      '2 d',
    ])
  })

  it('aligns columns', () => {
    expect(
      tableLines([
        ['node', 'done'],
        ['a', '1'],
        ['long name', '200'],
      ]),
    ).toEqual(['node       done', 'a             1', 'long name   200'])
  })

  it('draws numbers as bars', () => {
    expect(barsOf([0, 1, 2, 7], 10)).toBe('▁▂▃█')
    expect(barsOf([0, 7, 0, 0], 2)).toBe('█▁')
    expect(barsOf([], 5)).toBe('')
  })
})
