import { evaluateJson } from '@tereze/template'

/** The legal date (`YYYY-MM-DD`) of an instant in a zone. */
export function localDate(now: Date, zone: string): string {
  return String(evaluateJson('string(today())', {}, { now: now.toISOString(), zone }))
}
