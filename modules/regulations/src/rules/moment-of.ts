import { localTimeOf } from '@tereze/working-time'

/** An instant as ISO 8601 with the offset of a zone, so that its first ten characters are the legal date there. */
export function momentOf(now: Date, zone: string): string {
  const { date, minutes } = localTimeOf(now.toISOString(), zone)
  const local = Date.parse(`${date}T00:00:00Z`) + Math.round(minutes * 60_000)
  const offset = Math.round((local - now.getTime()) / 60_000)
  const [hours, rest] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return `${new Date(local).toISOString().slice(0, 23)}${offset < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`
}
