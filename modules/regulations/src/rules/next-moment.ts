import type { LifeCycle } from '@tereze/regulation'
import { instantOf } from '@tereze/working-time'
import type { KeptTurn } from './turns-after.ts'

/** When the calendar has something to do next: a term that is over, the first day in force, the first day after it; null: never as it stands. */
export function nextMoment(life: LifeCycle, turns: readonly KeptTurn[], zone: string): string | null {
  const begins = life.stage === 'awaiting-force' && life.inForce !== null ? [life.inForce] : []
  const ends = life.stage === 'in-force' && life.end !== null ? [life.end.from] : []
  const terms = turns.flatMap(({ dueAt, late }) => (dueAt === null || late ? [] : [dueAt]))
  const all = [...terms, ...[...begins, ...ends].map(date => instantOf(date, 0, zone))]
  return all.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null
}
