import { expect, test } from 'vitest'
import { FeelScope } from './feel-scope.ts'

const moment = { now: '2026-03-02T04:00:00.000Z', zone: 'Asia/Almaty' }

function scope(data: Readonly<Record<string, unknown>>, before: FeelScope | null = null): FeelScope {
  const made = new FeelScope(moment, before)
  for (const [name, value] of Object.entries(data)) made.set(name, value)
  return made
}

test('an expression sees the data, and names of its own before them', () => {
  const seen = scope({ income: { sum: 5 }, months: 2 })
  expect(seen.valueOf('income.sum * months')).toBe(10)
  expect(seen.valueOf('income.sum * months', { months: 3 })).toBe(15)
  expect(seen.valueOf('income.sum + more', { more: 1 })).toBe(6)
  expect(() => seen.valueOf('income.sum +')).toThrow('not FEEL')
})

test('what was found out before is found out again only when something that it read is other', () => {
  const applicant = { born: '1990-05-01' }
  const first = scope({ applicant, facts: { tax: { year: 1 } } })
  expect(first.recall('date(applicant.born).year')).toBe(1990)
  expect(first.recall('facts.tax.year')).toBe(1)
  const same = scope({ applicant, facts: { tax: { year: 2 } } }, first)
  expect(same.recall('date(applicant.born).year')).toBe(1990)
  expect(same.recall('facts.tax.year')).toBe(2)
  same.complete()
  const less = scope({ applicant })
  expect(less.recall('facts.tax.year')).toBeNull()
  expect(scope({ applicant, facts: { tax: { year: 3 } } }, less).recall('facts.tax.year')).toBe(3)
  const other = scope({ applicant: { born: '1991-05-01' }, facts: { tax: { year: 2 } } }, same)
  expect(other.recall('date(applicant.born).year')).toBe(1991)
  expect(other.recall('facts.tax.year')).toBe(2)
})

test('a name that is new is seen by expressions that did not compile without it', () => {
  const seen = scope({ a: 1 })
  expect(seen.valueOf('a')).toBe(1)
  seen.set('b', 2)
  expect(seen.valueOf('a + b')).toBe(3)
  seen.share('limits', { most: 4 })
  expect(seen.valueOf('a + limits.most')).toBe(5)
})
