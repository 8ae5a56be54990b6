/** What decides when somebody is called. `window` is the one that they were handed over to. */
export interface Waiting {
  readonly letter: string
  readonly number: number
  readonly privilege: string | null
  readonly takenAt: string
  readonly window: string | null
}

/** Where one is called to: the window and the groups that it serves. */
export interface Serving {
  readonly window: string
  readonly groups: readonly string[]
}

/**
 * Those who wait for a window, in the order in which it calls them: first who was handed over to it, then whom the law
 * lets in before others, then by the time of the ticket. Who was handed over to another window is not for this one.
 */
export function orderFor<T extends Waiting>(waiting: readonly T[], { window, groups }: Serving): T[] {
  const rank = (one: T) => (one.window === window ? 0 : one.privilege === null ? 2 : 1)
  return waiting
    .filter(one => (one.window === null ? groups.includes(one.letter) : one.window === window))
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        Date.parse(one.takenAt) - Date.parse(other.takenAt) ||
        one.letter.localeCompare(other.letter) ||
        one.number - other.number,
    )
}
