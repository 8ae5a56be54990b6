import { expect, it } from 'vitest'
import type { StoredRecord } from '../store/records.ts'
import { differencesOf } from './leaves.ts'
import { provenanceOf } from './provenance-of.ts'

const version = (number: number, validFrom: string, data: object, validTo: string | null = null) =>
  ({ version: number, validFrom, validTo, data }) as unknown as StoredRecord
const origins = (shown: StoredRecord, versions: StoredRecord[]) =>
  Object.fromEntries(
    provenanceOf(shown, versions).map(({ pointer, version: { version: number } }) => [pointer, number]),
  )

it('names the version that brought each value, and the latest where it came back', () => {
  const first = version(1, '2026-01-01', { a: 1, b: { c: 'x', d: [1, 2] } })
  const second = version(2, '2026-02-01', { a: 2, b: { c: 'x', d: [1, 3] } })
  const third = version(3, '2026-03-01', { a: 1, b: { c: 'x', d: [1, 3] }, e: [] })
  expect(origins(third, [first, second, third])).toEqual({ '/a': 3, '/b/c': 1, '/b/d/0': 1, '/b/d/1': 2, '/e': 3 })
  expect(origins(second, [first, second, third])).toMatchObject({ '/a': 2, '/b/c': 1 })
})

it('sees through what went on unchanged after a correction of the past', () => {
  const first = version(1, '2026-01-01', { name: 'A', port: 'north' })
  const second = version(2, '2026-03-01', { name: 'B', port: 'north' })
  const corrected = version(3, '2026-01-01', { name: 'A2', port: 'north' }, '2026-03-01')
  const goesOn = version(4, '2026-03-01', { name: 'B', port: 'north' })
  const all = [first, second, corrected, goesOn]
  expect(origins(goesOn, all)).toEqual({ '/name': 2, '/port': 1 })
  expect(origins(corrected, all)).toEqual({ '/name': 3, '/port': 1 })
})

it('tells what differs value by value, whatever the order of members', () => {
  expect(differencesOf({ a: 1, b: { c: 1, d: 2 } }, { b: { d: 2, c: 3 }, e: null })).toEqual([
    { pointer: '/b/c', before: 1, after: 3 },
    { pointer: '/e', before: undefined, after: null },
    { pointer: '/a', before: 1, after: undefined },
  ])
  expect(differencesOf(null, { a: [] })).toEqual([{ pointer: '/a', before: undefined, after: [] }])
  expect(differencesOf({ a: 1 }, { a: 1 })).toEqual([])
})
