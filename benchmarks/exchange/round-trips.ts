import { type Latency, latencyOf } from '../births/latency.ts'
import { sampleMemory } from './memory.ts'

/** What a load of round trips gave. */
export interface RoundTrips {
  readonly count: number
  readonly perSecond: number
  /** Of the newest 100 000. */
  readonly latency: Latency
  /** CPU of the platform’s process for one round trip, milliseconds; PostgreSQL is not in it. */
  readonly cpuMilliseconds: number
  /** Megabytes of heap in use before and after, each after a collection where Node was started with `--expose-gc`. */
  readonly heapMegabytes: readonly [number, number]
}

/** So many durations are kept, the newest: a long run holds no more than a short one, so that its own memory is not what is measured. */
const kept = 100_000

/** Does round trips, so many beside each other, until `goOn` says that enough were begun. */
export async function runRoundTrips(
  beside: number,
  goOn: (begun: number) => boolean,
  once: (index: number) => Promise<void>,
): Promise<RoundTrips> {
  const durations: number[] = []
  const before = sampleMemory(0).heap
  const cpu = process.cpuUsage()
  const started = performance.now()
  let [begun, done] = [0, 0]
  await Promise.all(
    Array.from({ length: beside }, async () => {
      while (goOn(begun)) {
        const index = begun++
        const began = performance.now()
        await once(index)
        durations[done++ % kept] = performance.now() - began
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return {
    count: done,
    perSecond: Math.round(done / seconds),
    latency: latencyOf(durations),
    cpuMilliseconds: Math.round((user + system) / 10 / done) / 100,
    heapMegabytes: [before, sampleMemory(done).heap],
  }
}
