const formats = new Map<string, Intl.DateTimeFormat>()

/** The local date of an instant in an IANA zone, `YYYY-MM-DD`. */
export function localDate(instant: Date | string, zone: string): string {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(zone, format)
  }
  return format.format(new Date(instant))
}
