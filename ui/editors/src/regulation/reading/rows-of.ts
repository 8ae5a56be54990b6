import { below, isObject } from '@tereze/regulation'

/** A part of a regulation that can be spoken of: its place, the clause that it rests on, what it says. */
export interface ReadingRow {
  readonly place: string
  /** null: no clause is named there. */
  readonly clause: string | null
  readonly member: string
  readonly value: unknown
  /** One of a list. */
  readonly isItem: boolean
}

const apart = new Set(['format', 'id', 'version', 'kind', 'base', 'changeable'])

function clauseOf(member: string, value: unknown): string | null {
  if (!isObject(value)) return null
  if (member === 'clauses') return typeof value.id === 'string' ? value.id : null
  return typeof value.clause === 'string' ? value.clause : null
}

/** The parts of a regulation in their order; elements of lists are named by their ids. */
export function rowsOf(regulation: Readonly<Record<string, unknown>>): readonly ReadingRow[] {
  return Object.entries(regulation).flatMap(([member, value]): ReadingRow[] => {
    if (apart.has(member)) return []
    const place = below('', member)
    if (!Array.isArray(value) || !value.every(isObject))
      return [{ place, clause: clauseOf(member, value), member, value, isItem: false }]
    return value.map((one, index) => ({
      place: below(place, typeof one.id === 'string' ? one.id : index),
      clause: clauseOf(member, one),
      member,
      value: one,
      isItem: true,
    }))
  })
}

/** The parts by the clause that they rest on, clauses in their order; what rests on none comes last. */
export function rowsByClause(
  regulation: Readonly<Record<string, unknown>>,
): readonly { readonly clause: string | null; readonly rows: readonly ReadingRow[] }[] {
  const rows = rowsOf(regulation)
  const clauses = [...new Set(rows.map(({ clause }) => clause))].toSorted((a, b) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return a.localeCompare(b, 'en', { numeric: true })
  })
  const first = (row: ReadingRow) => (row.member === 'clauses' ? 0 : 1)
  return clauses.map(clause => ({
    clause,
    rows: rows.filter(row => row.clause === clause).toSorted((a, b) => first(a) - first(b)),
  }))
}
