import { readAt } from '@tereze/regulation'
import { expect, it } from 'vitest'
import { regulations } from '../../../../../libraries/regulation/src/testing/regulations.fixture.ts'
import { rowsByClause, rowsOf } from './rows-of.ts'

const [regulation0] = regulations

it('puts what rests on a clause under its words, clauses by number, and the rest last', () => {
  const groups = rowsByClause(regulation0 as unknown as Record<string, unknown>)
  const clauses = groups.map(({ clause }) => clause)
  expect(clauses.at(-1)).toBeNull()
  const named = clauses.filter(one => one !== null)
  expect(named).toEqual(named.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })))
  for (const { clause, rows } of groups) if (clause !== null) expect(rows[0]?.place).toBe(`/clauses/${clause}`)
})

it('leaves nothing out but what names the regulation', () => {
  const regulation = regulation0 as unknown as Record<string, unknown>
  const members = new Set(rowsOf(regulation).map(({ member }) => member))
  expect(Object.keys(regulation).filter(one => !members.has(one))).toEqual(['format', 'kind', 'id', 'version'])
  expect(rowsOf(regulation).every(({ place }) => place.startsWith('/'))).toBe(true)
  expect(readAt(regulation, '/name')).toBeDefined()
})
