import { describe, expect, it } from 'vitest'
import { historyOf, indexOf, weigh } from './quality-index.ts'

describe('the index of quality', () => {
  it.each([
    ['nothing was checked', [], null],
    ['a rule that was never checked completely', [{ severity: 'error', applies: null, open: 4 }], null],
    ['nothing is broken', [{ severity: 'error', applies: 10, open: 0 }], 100],
    ['one of ten', [{ severity: 'error', applies: 10, open: 1 }], 90],
    [
      'an error weighs three times a notice',
      [
        { severity: 'error', applies: 10, open: 10 },
        { severity: 'notice', applies: 10, open: 0 },
      ],
      25,
    ],
    ['one of a hundred thousand is not hidden', [{ severity: 'warning', applies: 100_000, open: 1 }], 99.9],
    ['more is broken than was counted', [{ severity: 'warning', applies: 1, open: 3 }], 0],
  ] as const)('%s', (_, rules, index) => {
    expect(indexOf(weigh(rules))).toBe(index)
  })
})

describe('the history of an organisation', () => {
  it('weighs its registers together, and keeps the last point of one that has none on a day', () => {
    const point = (register: string, day: string, weighed: number, broken: number) => ({
      register,
      day,
      weighed,
      broken,
    })
    expect(
      historyOf([
        point('people', '2026-03-02', 300, 30),
        point('people', '2026-03-01', 300, 60),
        point('births', '2026-03-02', 100, 10),
        point('people', '2026-03-04', 300, 0),
      ]),
    ).toEqual([
      { day: '2026-03-01', index: 80 },
      { day: '2026-03-02', index: 90 },
      { day: '2026-03-04', index: 97.5 },
    ])
  })
})
