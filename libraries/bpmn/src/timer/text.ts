import { isCron } from './cron.ts'

const duration = String.raw`P(?=[\dT])(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?`
const instant = String.raw`\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?`

const patterns = {
  date: new RegExp(`^${instant}$`),
  duration: new RegExp(`^${duration}$`),
  cycle: new RegExp(`^R\\d*/(?:(?:${instant}/)?${duration}|${duration}/${instant})$`),
}

/** Whether text is an ISO 8601 date, duration (no fractions but of seconds) or repetition `R3/PT1H`, `R/2026-01-01T00:00Z/P1D`, `R/P1D/2026-12-31T00:00Z`, or a cron expression as Camunda has it. */
export function isTimerText(kind: 'date' | 'duration' | 'cycle', text: string): boolean {
  return patterns[kind].test(text) || (kind === 'cycle' && isCron(text))
}
