/** Over which time failed sign-ins count, milliseconds. */
export const pauseLife = 15 * 60_000

/**
 * How many sign-ins may fail in that time. A name is tried from everywhere in the world, so its limit holds for browsers only that never
 * signed in under it: its owner's browser is counted by itself, and nobody can lock the owner out (OWASP, device cookies).
 */
export const mostFailures = { address: 30, name: 10, ownBrowser: 5 } as const

/** Failures so far, by what they are counted under. */
export interface Failures {
  readonly address: number
  readonly name: number
  /** Null for a browser that never signed in under the name. */
  readonly ownBrowser: number | null
}

/** Whether the next try has to wait. */
export function isPaused({ address, name, ownBrowser }: Failures): boolean {
  if (ownBrowser !== null) return ownBrowser >= mostFailures.ownBrowser
  return address >= mostFailures.address || name >= mostFailures.name
}
