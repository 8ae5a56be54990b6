import { expect, test } from 'vitest'
import { buildCounts } from './build-counts.ts'
import { compareVersions, isSame } from './compare-versions.ts'
import { beginOfPeriod, nextDue } from './periods.ts'
import { passportFile } from './russian-passport.ts'
import { speaksOf } from './speaks-of.ts'

test.each([
  ['2026-11-29', 'daily', '2026-11-30'],
  ['2026-11-29', 'weekly', '2026-11-30'],
  ['2026-11-30', 'weekly', '2026-12-07'],
  ['2026-12-31', 'monthly', '2027-01-01'],
  ['2026-11-29', 'quarterly', '2027-01-01'],
  ['2026-01-01', 'yearly', '2027-01-01'],
] as const)('after %s, %s, the next look is due on %s', (looked, periodicity, due) =>
  expect(nextDue(looked, periodicity)).toBe(due),
)

test.each([
  ['2026-11-29', 'month', '2026-11-01'],
  ['2026-11-29', 'quarter', '2026-10-01'],
  ['2026-11-29', 'year', '2026-01-01'],
] as const)('on %s the %s began on %s', (today, grain, begin) => expect(beginOfPeriod(today, grain)).toBe(begin))

test('finds by words of three languages with other endings', () => {
  expect(speaksOf('Рождения по месяцам и областям', 'рождений области')).toBe(true)
  expect(speaksOf('Births by month', 'births')).toBe(true)
  expect(speaksOf('Births by month', 'deaths')).toBe(false)
  expect(speaksOf('anything', ' , ')).toBe(true)
})

const columns = (...names: string[]) =>
  names.map(name => ({ name, type: 'text' as const, role: name === 'k' ? ('key' as const) : ('value' as const) }))

test('tells what changed: columns, and rows by their keys', () => {
  const before = {
    columns: columns('k', 'a', 'b'),
    rows: [
      { k: '1', a: 'x', b: '' },
      { k: '2', a: 'y', b: '' },
    ],
  }
  const after = {
    columns: columns('k', 'a', 'c'),
    rows: [
      { k: '2', a: 'z', c: '' },
      { k: '3', a: 'w', c: '' },
    ],
  }
  const changes = compareVersions(before, after)
  expect(changes).toMatchObject({
    columns: { added: ['c'], removed: ['b'], retyped: [] },
    added: 1,
    removed: 1,
    changed: 1,
  })
  expect(changes.rows).toContainEqual({ change: 'changed', key: ['2'], values: { a: { before: 'y', after: 'z' } } })
  expect(isSame(changes)).toBe(false)
  expect(isSame(compareVersions(before, { ...before, rows: before.rows.toReversed() }))).toBe(true)
})

const shows = {
  kind: 'counts' as const,
  dimensions: [{ name: 'a', from: 'a', total: true }],
  measures: [
    { name: 'n', measure: 'count' as const, concept: '' },
    { name: 'mean', measure: 'average' as const, of: 'x', concept: '' },
  ],
  disclosure: { threshold: 3, dominance: 0.8 },
}
const group = (code: string, count: number, sum: number, largest: number) => ({ codes: [code], count, sum, largest })

test('hides every figure of a row together, also where one contributes most', () => {
  expect(buildCounts(shows, [group('p', 10, 100, 95), group('q', 10, 50, 9), group('', 4, 8, 3)], [])).toEqual({
    hidden: 2,
    rows: [
      { a: 'p', n: null, mean: null, hidden: true },
      { a: 'q', n: 10, mean: 5, hidden: false },
      { a: 'unknown', n: null, mean: null, hidden: true },
      { a: 'total', n: 24, mean: 6.6, hidden: false },
    ],
  })
})

test('keeps hidden what was hidden, even when nothing is counted there any more', () => {
  const before = [
    { a: 'p', n: null, mean: null, hidden: true },
    { a: 'q', n: null, mean: null, hidden: true },
    { a: 'total', n: 9, mean: 1, hidden: false },
  ]
  expect(buildCounts(shows, [group('q', 20, 20, 1)], before)).toMatchObject({
    rows: [
      { a: 'p', hidden: true },
      { a: 'q', hidden: true },
      { a: 'total', n: 20, hidden: false },
    ],
  })
})

test('names the figures that nothing protects any more', () => {
  const before = [
    { a: 'q', n: 20, mean: 1, hidden: false },
    { a: 'total', n: 21, mean: 1, hidden: false },
  ]
  expect(buildCounts(shows, [group('p', 1, 1, 1), group('q', 20, 20, 1)], before)).toEqual({ unprotected: ['p'] })
})

test('knows the files of a passport by the moments of the versions and of their structures', () => {
  const version = (number: number, publishedAt: string, name: string) => ({
    version: number,
    publishedAt,
    note: '',
    columns: [{ name, type: 'text' }],
  })
  const versions = [
    version(3, '2026-03-01T10:00:00Z', 'b'),
    version(2, '2026-02-01T10:00:00Z', 'a'),
    version(1, '2026-01-01T10:00:00Z', 'a'),
  ]
  expect(passportFile(versions, 'data-20260201T1000-structure-20260101.csv')).toEqual({ data: 2 })
  expect(passportFile(versions, 'structure-20260301.csv')).toEqual({ structure: 3 })
  expect(passportFile(versions, 'structure-20260201.csv')).toBeNull()
  expect(passportFile(versions, 'meta.csv')).toBe('meta')
})
