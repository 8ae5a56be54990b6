import { succeedDays } from './seal-terms.ts'

const day = 86_400_000

/** Whether it is time for the next authority. */
export function decideSuccession(present: { readonly until: string }, now: Date): boolean {
  return Date.parse(present.until) - now.getTime() <= succeedDays * day
}
