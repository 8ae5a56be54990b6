import type { RegisterDefinition } from '../definition/definition.ts'
import { valueAt } from '../definition/pointer.ts'

const period = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/

/** A date moved on by a period of years, months, weeks and days; the 29th to 31st become the last day of a shorter month. */
export function dateAfter(date: string, duration: string): string | null {
  const parts = period.exec(duration)
  const from = /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  if (parts === null || from === null) return null
  const [years, months, weeks, days] = parts.slice(1).map(part => Number(part ?? 0)) as [number, number, number, number]
  const month = Number(from[2]) - 1 + months + years * 12
  const first = new Date(Date.UTC(Number(from[1]), month, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(Number(from[3]), last) + weeks * 7 + days)
  return Number.isNaN(first.getTime()) ? null : first.toISOString().slice(0, 10)
}

/** The day on which the time to keep a record ends; null while it does not run, or the register keeps for ever. */
export function keptUntil(
  { retention }: Pick<RegisterDefinition, 'retention'>,
  record: { readonly data: Readonly<Record<string, unknown>>; readonly recordedAt: string },
): string | null {
  if (retention === null) return null
  const from = retention.from === 'recorded' ? record.recordedAt : valueAt(record.data, retention.from)
  return typeof from === 'string' ? dateAfter(from, retention.keep) : null
}
