import { localDate } from '@tereze/ui-components'

/** The day it is where the official sits, `YYYY-MM-DD`. */
export function today(): string {
  return localDate(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone)
}
