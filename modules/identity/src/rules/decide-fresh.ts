/** How long after signing in ways to sign in may be changed, milliseconds. */
export const freshLife = 15 * 60_000

/** Whether somebody signed in a short while ago: who finds a forgotten session cannot make it theirs. */
export function isFresh(beganAt: Date, now: Date): boolean {
  return now.getTime() < beganAt.getTime() + freshLife
}
