/** Memory of the process after so many messages, in whole megabytes, after a collection. */
export interface MemorySample {
  readonly messages: number
  readonly heap: number
  /** Bytes outside the heap: buffers of messages, signatures, connections. */
  readonly buffers: number
}

/** What a long run says of the memory. */
export interface MemoryTrend {
  /** Megabytes of heap and buffers in the second quarter of the run, when all is warm, and in the last one: the middle of each. */
  readonly warm: number
  readonly last: number
  /** Megabytes for each 100 000 messages between the two. */
  readonly growth: number
  readonly isFlat: boolean
}

/** What may lie between two quarters of a run by chance, in megabytes. */
const chance = 16

/** So many messages must lie between the two quarters: of fewer, what each one keeps would be hidden by chance. */
const fewest = 20_000

const collect = (globalThis as { gc?: () => void }).gc
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)

/** Whether Node was started with `--expose-gc`: without it a sample holds garbage too, and says nothing of what is kept. */
export const canCollect = collect !== undefined

/** Looks at the memory now. */
export function sampleMemory(messages: number): MemorySample {
  collect?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return { messages, heap: megabytes(heapUsed), buffers: megabytes(arrayBuffers) }
}

function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Compares the last quarter of a run with the second one; null where there are too few samples or messages to say anything. */
export function trendOf(samples: readonly MemorySample[]): MemoryTrend | null {
  const quarter = Math.floor(samples.length / 4)
  if (quarter < 3) return null
  const [early, late] = [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)]
  const held = (part: readonly MemorySample[]) => middle(part.map(({ heap, buffers }) => heap + buffers))
  const messages = middle(late.map(sample => sample.messages)) - middle(early.map(sample => sample.messages))
  if (messages < fewest) return null
  const [warm, last] = [held(early), held(late)]
  const growth = Math.round(((last - warm) / messages) * 1_000_000) / 10
  return { warm, last, growth, isFlat: last - warm <= chance }
}
