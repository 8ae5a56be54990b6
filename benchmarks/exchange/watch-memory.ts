import { setTimeout } from 'node:timers/promises'
import { canCollect, type MemorySample, type MemoryTrend, sampleMemory, trendOf } from './memory.ts'
import { type RoundTrips, runRoundTrips } from './round-trips.ts'

/** Milliseconds between two rounds of what a node does by itself. */
const rest = 5_000

/** Samples of a whole run, also of one that time ends. */
const samplesOfRun = 40

/** A long run, what the memory was on its way, and what that says; no trend where the run was too short for one. */
export interface WatchedRun extends RoundTrips {
  readonly samples: readonly MemorySample[]
  readonly trend: MemoryTrend | null
  /** Whether time ended before all messages were sent. */
  readonly isCut: boolean
}

/** Does what a node does by itself again and again, until it is stopped; stopping waits for the round that is under way. */
function repeat(round: () => Promise<void>): { stop(): Promise<void>; readonly ended: Promise<void> } {
  const over = new AbortController()
  const ended = (async () => {
    while (!over.signal.aborted) {
      await round()
      await setTimeout(rest, undefined, { signal: over.signal }).catch(() => undefined)
    }
  })()
  return {
    ended,
    async stop() {
      over.abort()
      await ended
    },
  }
}

/**
 * Sends messages until there were so many or so many minutes are over, and looks at the memory on the way. Beside them `upkeep` is done,
 * so that what it keeps is seen too.
 */
export async function watchMemory(given: {
  messages: number
  minutes: number
  beside: number
  once: () => Promise<void>
  upkeep: () => Promise<void>
}): Promise<WatchedRun> {
  if (!canCollect) throw new Error('start Node with --expose-gc: without it garbage is counted as memory in use')
  const { messages, minutes, beside, once, upkeep } = given
  const began = performance.now()
  const time = () => (performance.now() - began) / (minutes * 60_000)
  const samples: MemorySample[] = [sampleMemory(0)]
  const kept = repeat(upkeep)
  // Upkeep that fails ends the run at once, instead of at its end.
  let isBroken = false
  kept.ended.catch(() => {
    isBroken = true
  })
  const sending = () =>
    runRoundTrips(
      beside,
      begun => {
        const share = Math.max(begun / messages, time())
        if (share * samplesOfRun >= samples.length) {
          const sample = sampleMemory(begun)
          samples.push(sample)
          console.error(`${sample.messages} messages: heap ${sample.heap} MB, buffers ${sample.buffers} MB`)
        }
        return begun < messages && time() < 1 && !isBroken
      },
      once,
    )
  const run = await sending().finally(kept.stop)
  return { ...run, samples, trend: trendOf(samples), isCut: run.count < messages }
}
