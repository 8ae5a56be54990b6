/** How often a notice of a sign-out is sent at most. */
export const mostAttempts = 8

/** When a notice that was not taken is sent again: later each time; null: no more. */
export function decideNotice(attempts: number, now: Date): Date | null {
  return attempts >= mostAttempts ? null : new Date(now.getTime() + 2 ** attempts * 5_000)
}
