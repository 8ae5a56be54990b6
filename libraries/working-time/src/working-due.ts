import { type CaseDeadlineInput, caseDeadline } from './case-deadline.ts'
import { parseDuration } from './duration.ts'
import type { DeadlineRefusal } from './refusal.ts'
import { isTerm, type Term } from './term.ts'
import type { Instant } from './zone.ts'

/**
 * The term that an ISO 8601 duration means on the calendar of work: `P5D` is five working days, `PT16H` sixteen working hours,
 * `P2M` two months, `P1Y` a year. Undefined when it mixes them, is not whole, or is not a duration.
 */
export function workingTermOf(text: string): Term | undefined {
  const duration = parseDuration(text)
  if (!duration || /\d+W/.test(text)) return undefined
  const { months, days, ms } = duration
  const kinds: Term[] = []
  if (months > 0) kinds.push(months % 12 === 0 ? { years: months / 12 } : { months })
  if (days > 0) kinds.push({ workingDays: days })
  if (ms > 0) kinds.push({ workingHours: ms / 3_600_000 })
  const [term = { workingDays: 0 }] = kinds
  return kinds.length < 2 && isTerm(term) ? term : undefined
}

/** Reads the term of a timer: JSON of a term (`{"workingDays":2}`) or a working duration (`PT16H`). */
export function parseTerm(text: string): Term | undefined {
  if (!text.trimStart().startsWith('{')) return workingTermOf(text.trim())
  try {
    const value: unknown = JSON.parse(text)
    return isTerm(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The instant at which a timer with a term of work is due, or why that cannot be told. */
export function workingDue(
  input: Omit<CaseDeadlineInput, 'term'> & { readonly term: Term | string },
): { readonly ok: true; readonly at: Instant } | { readonly ok: false; readonly refusal: DeadlineRefusal } {
  const term = typeof input.term === 'string' ? parseTerm(input.term) : input.term
  if (term === undefined) return { ok: false, refusal: { code: 'term-invalid', params: {} } }
  const result = caseDeadline({ ...input, term })
  return result.ok ? { ok: true, at: result.at } : result
}
