const [minute, day] = [60_000, 86_400_000]

/**
 * In how many milliseconds a record is asked about again, after so many attempts in vain: as its rule says after an answer (`every`, whole
 * days, `P30D`); soon, and then less and less often, where another attempt may help; else in a day, for somebody may have given access.
 * Pure.
 */
export function nextQuestion(every: string, attempts: number, failed: { readonly retry: boolean } | null): number {
  if (failed === null) return Number(every.slice(1, -1)) * day
  return failed.retry ? Math.min(5 * minute * 2 ** Math.min(attempts - 1, 20), day) : day
}
