import { canCollect, type MemorySample, type MemoryTrend, sampleMemory, trendOf } from './memory.ts'
import { type RoundTrips, runRoundTrips } from './round-trips.ts'

/** Samples of a whole run, also of one that time ends. */
const samplesOfRun = 40

/** A long run, what the memory was on its way, and what that says; no trend where the run was too short for one. */
export interface WatchedRun extends RoundTrips {
  readonly samples: readonly MemorySample[]
  readonly trend: MemoryTrend | null
  /** Whether time ended before all messages were sent. */
  readonly isCut: boolean
}

/** Sends messages until there were so many or so many minutes are over, and looks at the memory on the way. */
export async function watchMemory(given: {
  messages: number
  minutes: number
  beside: number
  once: () => Promise<void>
}): Promise<WatchedRun> {
  if (!canCollect) throw new Error('start Node with --expose-gc: without it garbage is counted as memory in use')
  const { messages, minutes, beside, once } = given
  const began = performance.now()
  const time = () => (performance.now() - began) / (minutes * 60_000)
  const samples: MemorySample[] = [sampleMemory(0)]
  const run = await runRoundTrips(
    beside,
    begun => {
      const share = Math.max(begun / messages, time())
      if (share * samplesOfRun >= samples.length) {
        const sample = sampleMemory(begun)
        samples.push(sample)
        console.error(`${sample.messages} messages: heap ${sample.heap} MB, buffers ${sample.buffers} MB`)
      }
      return begun < messages && time() < 1
    },
    once,
  )
  return { ...run, samples, trend: trendOf(samples), isCut: run.count < messages }
}
