import type { Clock } from '@tereze/foundation-operations'

/** A clock that moves only when told. */
export type FixedClock = Clock & {
  /** Sets the instant, ISO 8601 in UTC. */
  set(instant: string): void
  /** Moves on by so much. */
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number; milliseconds?: number }): void
}

/** The instant at which tests begin: a Monday in the demo country, nine in the morning. */
export const testStart = '2026-03-02T04:00:00.000Z'

/** A clock that stands at `instant` (ISO 8601 in UTC). Throws when that is no instant. */
export function fixedClock(instant: string = testStart): FixedClock {
  let now = parse(instant)
  return {
    now: () => new Date(now),
    set(next) {
      now = parse(next)
    },
    advance({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }) {
      now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
    },
  }
}

function parse(instant: string): number {
  const milliseconds = Date.parse(instant)
  if (Number.isNaN(milliseconds) || !instant.endsWith('Z')) throw new Error(`"${instant}" is not an instant in UTC`)
  return milliseconds
}
