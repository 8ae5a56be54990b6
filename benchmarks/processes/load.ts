import type { JobContext } from '@tereze/foundation-operations'
import { type Latency, latencyOf } from '../births/latency.ts'
import { answer, complete, type Transition } from './transitions.ts'

/** What a load gave: whole instances per second, and how long the transaction of a transition took for each instance in it. */
export interface LoadResult {
  readonly instances: number
  readonly batch: number
  readonly perSecond: number
  readonly transition: Latency
  /** Megabytes of heap in use after a collection, at equal distances through the load. */
  readonly heapMegabytes: readonly number[]
}

const collect = (globalThis as { gc?: () => void }).gc

function heapInUse(): number {
  collect?.()
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20)
}

/**
 * Opens cases, answers and completes them beside each other until `goOn` says that enough were begun and all have ended. A stage
 * that has nothing to do waits for the others.
 */
export async function runLoad(
  parts: JobContext,
  begin: Transition,
  options: { batch: number; goOn: (begun: number) => boolean; samples: number; share: (begun: number) => number },
): Promise<LoadResult> {
  const { batch, goOn, samples, share } = options
  const durations: number[] = []
  const heap: number[] = [heapInUse()]
  let [begun, answered, ended] = [0, 0, 0]
  const timed = async (transition: Transition) => {
    const started = performance.now()
    const moved = await transition(parts, batch)
    const took = performance.now() - started
    for (let one = 0; one < moved; one++) durations.push(took)
    return moved
  }
  const pause = () => new Promise(resolve => setTimeout(resolve, 2))
  const started = performance.now()
  const opening = (async () => {
    while (goOn(begun)) {
      if (begun - ended > batch * 20) await pause()
      else begun += await timed(begin)
      if (share(begun) * samples >= heap.length) heap.push(heapInUse())
    }
  })()
  let opened = false
  const answering = (async () => {
    while (!opened || answered < begun) {
      const moved = answered < begun ? await timed(answer) : 0
      answered += moved
      if (moved === 0) await pause()
    }
  })()
  const completing = (async () => {
    while (!opened || ended < begun) {
      const moved = ended < answered ? await timed(complete) : 0
      ended += moved
      if (moved === 0) await pause()
    }
  })()
  await opening
  opened = true
  await Promise.all([answering, completing])
  const seconds = (performance.now() - started) / 1000
  return {
    instances: ended,
    batch,
    perSecond: Math.round(ended / seconds),
    transition: latencyOf(durations),
    heapMegabytes: heap,
  }
}
