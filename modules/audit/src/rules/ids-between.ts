const minute = 60_000
const hexOf = (milliseconds: number) => Math.max(0, milliseconds).toString(16).padStart(12, '0')
const withTime = (hex: string) => `audit_${hex.slice(0, 8)}-${hex.slice(8)}`

/** The first and the last id that a line written within a minute of a moment may have: a UUIDv7 begins with its milliseconds (RFC 9562, 5.7). */
export function idsBetween(at: string): { readonly first: string; readonly last: string } {
  const moment = Date.parse(at)
  return { first: withTime(hexOf(moment - minute)), last: `${withTime(hexOf(moment + minute))}~` }
}
