import { addDays, localDateOf } from '@tereze/working-time'
import type { IncidentDay } from '../contract/index.ts'

/** The local days up to a moment, the oldest first, with what was found on each; a day on which nothing was found is there too. */
export function daysBefore(
  now: Date,
  zone: string,
  count: number,
  tally: readonly { readonly day: string; readonly severity: 'low' | 'medium' | 'high'; readonly found: number }[],
): IncidentDay[] {
  const today = localDateOf(now.toISOString(), zone)
  return Array.from({ length: count }, (_, n) => {
    const day = addDays(today, n + 1 - count)
    const of = (severity: string) =>
      tally.reduce((sum, one) => (one.day === day && one.severity === severity ? sum + one.found : sum), 0)
    return { day, low: of('low'), medium: of('medium'), high: of('high') }
  })
}
