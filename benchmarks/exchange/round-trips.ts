import { type Latency, latencyOf } from '../births/latency.ts'

/** What a load of round trips gave. */
export interface RoundTrips {
  readonly count: number
  readonly perSecond: number
  readonly latency: Latency
  /** CPU of the platform’s process for one round trip, milliseconds; PostgreSQL is not in it. */
  readonly cpuMilliseconds: number
  /** Megabytes of heap in use before and after, each after a collection where Node was started with `--expose-gc`. */
  readonly heapMegabytes: readonly [number, number]
}

const collect = (globalThis as { gc?: () => void }).gc

function heapInUse(): number {
  collect?.()
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20)
}

/** Does round trips, so many beside each other, until `goOn` says that enough were begun. */
export async function runRoundTrips(
  beside: number,
  goOn: (begun: number) => boolean,
  once: (index: number) => Promise<void>,
): Promise<RoundTrips> {
  const durations: number[] = []
  const before = heapInUse()
  const cpu = process.cpuUsage()
  const started = performance.now()
  let begun = 0
  await Promise.all(
    Array.from({ length: beside }, async () => {
      while (goOn(begun)) {
        const index = begun++
        const began = performance.now()
        await once(index)
        durations.push(performance.now() - began)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return {
    count: durations.length,
    perSecond: Math.round(durations.length / seconds),
    latency: latencyOf(durations),
    cpuMilliseconds: Math.round((user + system) / 10 / durations.length) / 100,
    heapMegabytes: [before, heapInUse()],
  }
}
