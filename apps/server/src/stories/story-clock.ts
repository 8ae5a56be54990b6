import type { Clock } from '@tereze/foundation-operations'

/** A clock that moves only when told. */
export interface StoryClock extends Clock {
  /** Sets the instant, in milliseconds since 1970. */
  set(milliseconds: number): void
}

/** A clock that stands at an instant (ISO 8601 with offset). */
export function storyClock(instant: string): StoryClock {
  let now = Date.parse(instant)
  if (Number.isNaN(now)) throw new Error(`"${instant}" is no instant`)
  return {
    now: () => new Date(now),
    set(milliseconds) {
      now = milliseconds
    },
  }
}

const pattern = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/**
 * Milliseconds of an ISO 8601 period of weeks, days, hours, minutes and seconds.
 * @throws Error when it is none.
 */
export function millisecondsOf(period: string): number {
  const found = pattern.exec(period)
  if (found === null || period === 'P' || period.endsWith('T')) throw new Error(`"${period}" is no period`)
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map(part => Number(part ?? 0))
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
}
