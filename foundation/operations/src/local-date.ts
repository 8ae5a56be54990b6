const formats = new Map<string, Intl.DateTimeFormat>()
/** Quarters of an hour asked for lately: a date changes on the quarter of an hour only, in every zone. */
const lately = new Map<string, string>()
const quarter = 15 * 60_000

/** The local date of an instant in an IANA zone, `YYYY-MM-DD`. */
export function localDate(instant: Date | string, zone: string): string {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(zone, format)
  }
  const at = new Date(instant)
  const when = `${zone} ${Math.floor(at.getTime() / quarter)}`
  const known = lately.get(when)
  if (known !== undefined) return known
  const date = format.format(at)
  if (lately.size > 500) lately.clear()
  lately.set(when, date)
  return date
}
