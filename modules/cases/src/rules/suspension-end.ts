import { endOfDay, isCivilDate } from '@tereze/working-time'
import type { SuspendedUntil } from './suspension.ts'

/**
 * The instant at which a suspension ends at the latest: when its limit is over, or on a ground that ends on a date, with that day.
 * Null when the date is missing, not in the future or beyond the limit, or given where none is wanted.
 */
export function decideEnd(
  condition: SuspendedUntil['condition'],
  longest: { readonly date: string; readonly at: string } | null,
  date: string | null,
  today: string,
  zone: string,
): { readonly at: string } | null {
  if (longest === null || (condition === 'date') !== (date !== null)) return null
  if (date === null) return { at: longest.at }
  return isCivilDate(date) && date > today && date <= longest.date ? { at: endOfDay(date, zone) } : null
}
