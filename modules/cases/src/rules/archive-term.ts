import type { FileKind } from '@tereze/catalogue/contract'
import { addDays, addMonths, parseDuration } from '@tereze/working-time'

/** The archive term of a kind of files. */
export type ArchiveTerm = Pick<FileKind, 'keep' | 'from'>

const firstOfYear = (year: number) => `${String(year).padStart(4, '0')}-01-01`
const yearOf = (date: string) => Number(date.slice(0, 4))
const monthsOf = ({ keep }: ArchiveTerm) => parseDuration(keep)?.months ?? null

/** The last day on which a file closed on a local date is kept; null: for ever, as what has no term that can be read. */
export function lastKeptDay(term: ArchiveTerm, closed: string): string | null {
  const months = monthsOf(term)
  if (months === null) return null
  return term.from === 'closing'
    ? addMonths(closed, months)
    : addDays(addMonths(firstOfYear(yearOf(closed) + 1), months), -1)
}

/** The last closing date of which the term is over on a local date; null: of none. */
export function lastFreeClosing(term: ArchiveTerm, today: string): string | null {
  const months = monthsOf(term)
  if (months === null) return null
  if (term.from === 'closing') {
    let closed = addMonths(today, -months)
    while ((lastKeptDay(term, closed) ?? today) >= today) closed = addDays(closed, -1)
    return closed
  }
  let year = yearOf(addMonths(today, -months))
  while ((lastKeptDay(term, firstOfYear(year)) ?? today) >= today) year--
  return `${String(year).padStart(4, '0')}-12-31`
}
