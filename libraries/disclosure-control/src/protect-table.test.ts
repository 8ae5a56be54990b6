import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyFilling, withTotals } from './attacker.fixture.ts'
import { boundsIn } from './bounds.ts'
import { type Cell, placeOf } from './cell.ts'
import { protectTable } from './protect-table.ts'
import { isDominated } from './unsafe.ts'

const rule = { threshold: 3 }
const both = { rows: true, columns: true }
const hiddenIn = ({ primary, secondary }: ReturnType<typeof protectTable>) => new Set([...primary, ...secondary])
const places = (cells: readonly Cell[], of: Iterable<number>) => [...of].map(index => cells[index]?.codes.join('|'))

describe('protectTable', () => {
  test('hides small cells, and one more of each sum that would give them away', () => {
    const cells = withTotals(
      [
        [1, 20, 30],
        [40, 10, 60],
        [70, 80, 90],
      ],
      both,
    )
    const found = protectTable(cells, rule)
    expect(places(cells, found.primary)).toEqual(['r0|c0'])
    expect(places(cells, found.secondary).sort()).toEqual(['r0|c1', 'r1|c0', 'r1|c1'])
    expect(found.open.size).toBe(0)
  })

  test('hides the total where it is all that is left to hide', () => {
    const cells = withTotals([[2, 0, 9]], { rows: false, columns: true })
    expect(places(cells, protectTable(cells, rule).secondary)).toEqual(['r0|c2'])
    const pair = withTotals([[1, 2]], { rows: false, columns: true })
    expect(places(pair, protectTable(pair, rule).secondary)).toEqual(['r0|'])
  })

  test('shows noughts, and everything where nothing is small', () => {
    expect(
      hiddenIn(
        protectTable(
          withTotals(
            [
              [0, 5],
              [7, 0],
            ],
            both,
          ),
          rule,
        ),
      ).size,
    ).toBe(0)
    expect(protectTable([], rule)).toEqual({ primary: new Set(), secondary: new Set(), open: new Set() })
  })

  test('protects what few dominate as well as what is small', () => {
    expect(isDominated(90, 100, 0.8)).toBe(true)
    expect(isDominated(40, 100, 0.8)).toBe(false)
    expect(isDominated(40, 40, undefined)).toBe(false)
    const cells: Cell[] = [
      { codes: ['a'], count: 30, dominated: true },
      { codes: ['b'], count: 40 },
      { codes: [null], count: 70 },
    ]
    expect(places(cells, hiddenIn(protectTable(cells, rule)))).toEqual(['a', 'b'])
  })

  test('what was hidden stays hidden, and what was shown hides nothing', () => {
    const cells = withTotals([[2, 8, 9]], { rows: false, columns: true })
    const earlier = {
      hidden: new Set([placeOf(['r0', 'c0']), placeOf(['r0', 'c2'])]),
      shown: new Map([[placeOf(['r0', 'c1']), 8]]),
    }
    expect(places(cells, hiddenIn(protectTable(cells, rule, earlier)))).toEqual(['r0|c0', 'r0|c2'])
    const fallen = {
      hidden: new Set<string>(),
      shown: new Map([
        [placeOf(['r0', 'c1']), 8],
        [placeOf(['r0', 'c2']), 9],
      ]),
    }
    expect(places(cells, hiddenIn(protectTable(cells, rule, fallen)))).toEqual(['r0|c0', 'r0|'])
  })

  test('says when nothing protects a cell', () => {
    const cells = withTotals([[2, 8]], { rows: false, columns: true })
    const shown = new Map([
      [placeOf(['r0', 'c1']), 8],
      [placeOf(['r0', null]), 10],
    ])
    expect(places(cells, protectTable(cells, rule, { hidden: new Set(), shown }).open)).toEqual(['r0|c0'])
  })
})

describe('an attacker', () => {
  const rows = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 })).chain(([height, width]) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9 })), {
        minLength: width,
        maxLength: width,
      }),
      {
        minLength: height,
        maxLength: height,
      },
    ),
  )
  const totals = fc.record({ rows: fc.boolean(), columns: fc.boolean() })

  test('who tries every filling never learns a small count to within the threshold', () => {
    fc.assert(
      fc.property(rows, totals, fc.integer({ min: 3, max: 4 }), (counts, kept, threshold) => {
        const cells = withTotals(counts, kept)
        const found = protectTable(cells, { threshold })
        const hidden = hiddenIn(found)
        expect(found.open.size).toBe(0)
        if (hidden.size > 5) return
        const known = everyFilling(cells, hidden, 14)
        for (const index of found.primary) {
          const { least = 0, most = 0 } = known.get(index) ?? {}
          expect(cells[index]?.count).toBeGreaterThanOrEqual(least)
          expect(most - least).toBeGreaterThanOrEqual(threshold - 1)
        }
      }),
      { numRuns: 100, seed: 5 },
    )
  })

  test('would learn it without the cells that are hidden for the others', () => {
    const cells = withTotals(
      [
        [1, 20, 30],
        [40, 10, 60],
        [70, 80, 90],
      ],
      both,
    )
    const { primary } = protectTable(cells, rule)
    expect(everyFilling(cells, primary, 14)).toEqual(new Map([[0, { least: 1, most: 1 }]]))
    expect(boundsIn({ cells, hidden: primary })(0)).toEqual({ least: 1, most: 1 })
  })

  test('who solves for the bounds of the largest tables finds them wide, in three dimensions too', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 27, maxLength: 27 }), counts => {
        const codes = [0, 1, 2, null]
        const cells = codes.flatMap(a =>
          codes.flatMap(b =>
            codes.map((c): Cell => {
              const fits = (at: number, code: number | null, step: number) =>
                code === null || Math.floor(at / step) % 3 === code
              const count = counts.reduce(
                (all, one, at) => (fits(at, a, 9) && fits(at, b, 3) && fits(at, c, 1) ? all + one : all),
                0,
              )
              return { codes: [a, b, c].map(code => (code === null ? null : `${code}`)), count }
            }),
          ),
        )
        const found = protectTable(cells, { threshold: 5 })
        const bounds = boundsIn({ cells, hidden: hiddenIn(found) })
        for (const index of found.primary) {
          const { least, most } = bounds(index)
          expect(most - least).toBeGreaterThanOrEqual(4)
        }
      }),
      { numRuns: 3, seed: 7 },
    )
  })

  test('who holds a table against the next one learns no more', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 9, maxLength: 9 }), (counts, more) => {
        const before = withTotals(counts, both)
        const first = protectTable(before, rule)
        const hiddenFirst = hiddenIn(first)
        const next = withTotals(
          counts.map((row, r) => row.map((count, c) => count + (more[r * 3 + c] ?? 0))),
          both,
        )
        const earlier = {
          hidden: new Set([...hiddenFirst].map(index => placeOf(before[index]?.codes ?? []))),
          shown: new Map(
            before.flatMap(({ codes, count }, index) =>
              hiddenFirst.has(index) ? [] : [[placeOf(codes), count] as const],
            ),
          ),
        }
        const second = protectTable(next, rule, earlier)
        const hiddenSecond = hiddenIn(second)
        for (const index of hiddenFirst) expect(hiddenSecond.has(index)).toBe(true)
        const stillUnknown = new Set(
          [...hiddenSecond].filter(index => hiddenFirst.has(index) || next[index]?.count !== before[index]?.count),
        )
        const bounds = boundsIn({ cells: next, hidden: stillUnknown, perhapsNought: hiddenFirst })
        for (const index of second.primary) {
          if (second.open.has(index) || !stillUnknown.has(index)) continue
          const { least, most } = bounds(index)
          expect(most - least).toBeGreaterThanOrEqual(2)
        }
      }),
      { numRuns: 60, seed: 11 },
    )
  })
})
