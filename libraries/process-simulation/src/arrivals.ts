import { exponential, msOf } from './distribution.ts'
import type { OpeningHours } from './opening-hours.ts'
import type { Random } from './random.ts'
import type { Arrivals } from './scenario.ts'

/** The instants (milliseconds) at which instances arrive, one after the other, within the opening hours. */
export function* arrivalsOf({ by }: Arrivals, begin: number, hours: OpeningHours, random: Random): Generator<number> {
  if ('at' in by) {
    for (const offset of by.at.map(msOf).sort((one, other) => one - other)) yield hours.afterWork(begin, offset)
    return
  }
  const gap =
    'every' in by ? () => msOf(by.every) : () => Math.round(exponential(3_600_000 / by.exponential.perHour, random))
  for (let at = begin; ; ) {
    at = hours.afterWork(at, gap())
    yield at
  }
}
