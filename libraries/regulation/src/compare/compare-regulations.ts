import type { Language } from '@tereze/operation'
import { below, isObject, stepsOf } from '../places.ts'
import { word } from '../problem.ts'
import { changesBetween } from '../regenerate/merge.ts'
import { membersOf } from '../regenerate/parts-of.ts'

/** What differs between two regulations at a place; elements of lists are named by their ids. */
export interface Difference {
  readonly place: string
  /** The clause that it belongs to; null: the regulation as a whole. */
  readonly clause: string | null
  readonly from: unknown
  readonly to: unknown
}

/** The clause that the nearest thing around a place rests on; elements of lists are named by their ids. Null: the regulation as a whole. */
export function clauseAt(value: unknown, place: string): string | null {
  let part = value
  let clause: string | null = null
  const steps = stepsOf(place)
  if (steps[0] === 'clauses') return steps[1] ?? null
  for (const step of steps) {
    part = membersOf(part)?.get(step)
    if (isObject(part) && typeof part.clause === 'string') clause = part.clause
  }
  return clause
}

function inOrder(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1
  return a.localeCompare(b, 'en', { numeric: true })
}

/** Compares two regulations clause by clause: words of the clauses, and whatever rests on them. */
export function compareRegulations(from: unknown, to: unknown): Difference[] {
  return changesBetween(from, to)
    .filter(({ place }) => place !== '' && place !== below('', 'version'))
    .map(change => ({ ...change, clause: clauseAt(to, change.place) ?? clauseAt(from, change.place) }))
    .toSorted((a, b) => inOrder(a.clause, b.clause))
}

function shown(value: unknown, language: Language): string {
  if (isObject(value) && typeof value[language] === 'string') return String(value[language])
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Differences as lines for people, under the clauses that they belong to; words are those of the language. */
export function describeDifferences(differences: readonly Difference[], language: Language): string[] {
  if (differences.length === 0) return [word('compare.none', language)]
  const others = new Set(['en', 'ru', 'kk'].filter(one => one !== language))
  const seen = differences.filter(({ place }) => !others.has(stepsOf(place).at(-1) ?? ''))
  const clauses = [...new Set(seen.map(({ clause }) => clause))]
  return clauses.flatMap(clause => [
    clause === null ? word('compare.whole', language) : word('compare.clause', language, { clause }),
    ...seen
      .filter(one => one.clause === clause)
      .map(({ place, from, to }) => {
        const key = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed'
        return `  ${place}  ${word(`compare.${key}`, language, { from: shown(from, language), to: shown(to, language) })}`
      }),
  ])
}
