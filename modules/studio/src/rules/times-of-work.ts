import type { WorkTimes } from '../contract/index.ts'
import type { Spell } from './work-state.ts'

/** A step of the history of a work, as times need it. */
export interface Moved {
  readonly to: string | null
  readonly at: string
}

type Interval = readonly [from: number, to: number]

const day = 86_400_000
const inDays = (ms: number) => Math.round((ms / day) * 100) / 100

/** How long at least one of some intervals ran inside another one, milliseconds. */
function covered([from, to]: Interval, spells: readonly Interval[]): number {
  const inside = spells
    .map(([a, b]): Interval => [Math.max(a, from), Math.min(b, to)])
    .filter(([a, b]) => b > a)
    .sort(([a], [b]) => a - b)
  let end = from
  let sum = 0
  for (const [a, b] of inside) {
    if (b <= end) continue
    sum += b - Math.max(a, end)
    end = b
  }
  return sum
}

/**
 * How long a work took, and in each stage: working while somebody had a task in hand, waiting else. A stage to which it came back counts
 * all its times.
 * @param passages from its beginning on, in order. @param end until when: its end, or now.
 */
export function timesOfWork(
  passages: readonly Moved[],
  spells: readonly Pick<Spell, 'takenAt' | 'endedAt'>[],
  stages: readonly string[],
  end: Date,
  published: Date | null,
): WorkTimes {
  const until = end.getTime()
  const begun = Date.parse(passages[0]?.at ?? end.toISOString())
  const hands = spells.map(
    ({ takenAt, endedAt }): Interval => [Date.parse(takenAt), endedAt === null ? until : Date.parse(endedAt)],
  )
  const stays = passages.flatMap(({ to, at }, index) =>
    to === null
      ? []
      : [{ stage: to, time: [Date.parse(at), Date.parse(passages[index + 1]?.at ?? end.toISOString())] as Interval }],
  )
  const whole: Interval = [begun, Math.min(until, published?.getTime() ?? until)]
  const told = (intervals: readonly Interval[]) => {
    const all = intervals.reduce((sum, [from, to]) => sum + Math.max(0, to - from), 0)
    const working = intervals.reduce((sum, one) => sum + covered(one, hands), 0)
    return { days: inDays(all), working: inDays(working), waiting: inDays(all - working) }
  }
  return {
    ...told([whole]),
    stages: stages.map(stage => ({
      stage,
      ...told(stays.filter(one => one.stage === stage).map(({ time }) => time)),
    })),
  }
}
