import type { ClassifierRow, Names } from './classifier-row.ts'

/** A code as it is kept: for the days from `from` to `until`, both of them included. */
export interface HeldCode {
  readonly code: string
  readonly parent: string | null
  readonly level: number
  readonly names: Names
  readonly from: string
  readonly until: string | null
  readonly replacedBy: readonly string[]
}

/** What an edition does to a classifier. */
export interface Edition {
  /** What is to be written: new codes, ended ones with their last day, in the order in which they can be. Parents come first. */
  readonly written: readonly (HeldCode & { readonly row: number | null; readonly change: EditionChange })[]
  readonly same: number
}

/** Why something is written: a code that was not there, one that says something else from now on, one that ends. */
export type EditionChange = 'new' | 'changed' | 'ended' | 'withdrawn'

/** How an edition is taken: from which day it holds, and whether a code that it does not have is withdrawn. */
export interface EditionTerms {
  readonly from: string
  readonly isFull: boolean
}

/** The day before a date. */
function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}

const said = ({ parent, level, names, replacedBy }: Omit<HeldCode, 'code' | 'from' | 'until'>) =>
  JSON.stringify([parent, level, names.en ?? null, names.ru ?? null, names.kk ?? null, replacedBy])

/** Whether a code holds on a day. */
export const holdsOn = ({ from, until }: Pick<HeldCode, 'from' | 'until'>, day: string): boolean =>
  from <= day && (until === null || until >= day)

/** The codes of a classifier as they are on a day, each once. Pure. */
export function codesOn(held: readonly HeldCode[], day: string): HeldCode[] {
  return held.filter(code => holdsOn(code, day))
}

/**
 * What an edition changes in what is held: a code that says something else ends on the day before and begins anew, so that
 * every day keeps its own wording; a full edition withdraws what it does not have. The same edition twice changes nothing. Pure.
 */
export function decideEdition(
  held: readonly HeldCode[],
  rows: readonly ClassifierRow[],
  { from, isFull }: EditionTerms,
): Edition {
  const newest = new Map<string, HeldCode>()
  for (const code of held) {
    const known = newest.get(code.code)
    if (known === undefined || known.from < code.from) newest.set(code.code, code)
  }
  const written: Edition['written'][number][] = []
  let same = 0
  for (const { row, ...given } of rows) {
    const before = newest.get(given.code)
    newest.delete(given.code)
    const next: HeldCode = { ...given, from: given.from ?? from }
    if (before === undefined) {
      written.push({ ...next, row, change: 'new' })
      continue
    }
    const saysSame = said(before) === said(next)
    const wasEnded = before.until !== null && before.until < from
    if (saysSame && next.until === before.until) {
      same += 1
      continue
    }
    // It ends, or is corrected on the very day on which it began: one record, nothing before it.
    const begins = given.from !== null && given.from > before.from ? given.from : from
    if (next.until !== null || begins <= before.from) {
      written.push({ ...next, from: before.from, row, change: next.until === null ? 'changed' : 'ended' })
      continue
    }
    if (!wasEnded) written.push({ ...before, until: dayBefore(begins), row, change: 'ended' })
    written.push({ ...next, from: begins, row, change: 'changed' })
  }
  if (isFull)
    for (const before of newest.values())
      if (before.until === null && before.from < from)
        written.push({ ...before, until: dayBefore(from), row: null, change: 'withdrawn' })
  return { written, same }
}
