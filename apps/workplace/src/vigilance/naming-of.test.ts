import { expect, test } from 'vitest'
import { namingOf } from './naming-of.ts'

function filled(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
const id = (n: number) => `person_0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`

test('a list of records becomes questions of two hundred', () => {
  const listed = Array.from({ length: 201 }, (_, n) => id(n)).join('\n')
  const asked = namingOf(filled({ found: 'records', register: ' people ' }), listed)
  expect(asked.map(by => (by.found === 'records' ? [by.register, by.records.length] : by))).toEqual([
    ['people', 200],
    ['people', 1],
  ])
  expect(namingOf(filled({ found: 'records', register: 'people' }), 'nothing')).toEqual([])
})

test('a search has a column or takes the whole register; the log has a period', () => {
  const search = { found: 'search', register: 'births', column: 'place', value: 'north' }
  expect(namingOf(filled(search), '')).toEqual([{ found: 'search', register: 'births', where: { place: 'north' } }])
  expect(namingOf(filled({ ...search, column: '' }), '')).toMatchObject([{ where: {} }])
  const log = { found: 'log', actor: 'official_1', since: '2026-03-02T00:00Z', until: '2026-03-03T00:00Z' }
  expect(namingOf(filled(log), '')).toEqual([
    { found: 'log', actor: 'official_1', since: '2026-03-02T00:00:00.000Z', until: '2026-03-03T00:00:00.000Z' },
  ])
})
