import { expect, test } from 'vitest'
import { type DatasetRow, followsTime, pictureOf } from './dataset-picture.ts'

const text = { en: '', ru: '', kk: '' }
const column = (name: string, role: 'key' | 'value' | 'hidden', type: 'text' | 'number' | 'boolean' = 'text') => ({
  name,
  role,
  type,
  title: text,
  codes: {},
})
const columns = [
  column('month', 'key'),
  column('region', 'key'),
  column('births', 'value', 'number'),
  column('hidden', 'hidden', 'boolean'),
]
const row = (month: string, region: string, births: number | null): DatasetRow => ({
  month,
  region,
  births,
  hidden: births === null,
})

test('draws the totals of the first column that are shown', () => {
  const rows = [row('1', 'north', 5), row('1', 'total', 9), row('2', 'total', 7), row('3', 'total', null)]
  expect(pictureOf(columns, rows)?.bars).toEqual([
    { code: '1', value: 9 },
    { code: '2', value: 7 },
    { code: '3', value: null },
  ])
})

test('draws nothing where it would have to add up, of one bar, and of records', () => {
  expect(pictureOf(columns, [row('1', 'north', 5), row('2', 'south', 4)])).toBeNull()
  expect(pictureOf(columns, [row('1', 'total', 5)])).toBeNull()
  expect(pictureOf([column('name', 'key'), column('trees', 'value')], [{ name: 'a', trees: 'b' }])).toBeNull()
})

test('tells tables that follow time', () => {
  expect(followsTime(columns, [row('2026-01', 'north', 5)])).toBe(true)
  expect(followsTime(columns, [row('north', 'north', 5)])).toBe(false)
  expect(followsTime(columns, [])).toBe(false)
})
