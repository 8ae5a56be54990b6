const units: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  Y: ['years', 1],
  M: ['months', 1],
  W: ['calendarDays', 7],
  D: ['calendarDays', 1],
  H: ['hours', 1],
}

const methods: Readonly<Record<string, string>> = { Years: 'Y', Months: 'M', Weeks: 'W', Days: 'D', Hours: 'H' }

function termOfDuration(text: string): string | undefined {
  const match = /^P(?:(\d+)([YMWD])|T(\d+)(H))$/.exec(text)
  const [unit, times] = units[match?.[2] ?? match?.[4] ?? ''] ?? []
  if (!match || unit === undefined || times === undefined) return undefined
  return JSON.stringify({ [unit]: Number(match[1] ?? match[3]) * times })
}

/**
 * A due date that is counted from the opening of the task, as a term of law in JSON: an ISO 8601 duration of one unit,
 * `=now() + duration("P3D")`, `${now().plusDays(3)}`. Undefined for a date and for everything else.
 */
export function termOf(text: string): string | undefined {
  const feel = /^=\s*(?:now\(\)|today\(\))\s*\+\s*(?:duration\("([^"]+)"\)|@"([^"]+)")\s*$/.exec(text)
  if (feel) return termOfDuration(feel[1] ?? feel[2] ?? '')
  const java =
    /^[$#]\{\s*(?:now|dateTime)\(\)\.plus(Years|Months|Weeks|Days|Hours)\((\d+)\)(?:\.toDate\(\))?\s*\}$/.exec(text)
  if (java) {
    const unit = methods[java[1] ?? ''] ?? ''
    return termOfDuration(unit === 'H' ? `PT${java[2]}H` : `P${java[2]}${unit}`)
  }
  return termOfDuration(text.trim())
}
