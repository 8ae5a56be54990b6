/** Something that happens at an instant (milliseconds). */
interface Entry {
  readonly at: number
  readonly rank: number
  readonly number: number
  readonly run: () => void
  dropped: boolean
}

/** Something planned that may still be called off. */
export interface Planned {
  dropped: boolean
}

const before = (one: Entry, other: Entry) =>
  one.at !== other.at ? one.at < other.at : one.rank !== other.rank ? one.rank < other.rank : one.number < other.number

/** What is going to happen, in order: by instant, then by rank, then as it was planned (a binary heap). */
export class Agenda {
  private readonly heap: Entry[] = []
  private planned = 0

  /** Plans something; what is dropped before it happens does not happen. */
  plan(at: number, run: () => void, rank = 0): Planned {
    const { heap } = this
    const entry = { at, rank, number: this.planned++, run, dropped: false }
    heap.push(entry)
    for (let child = heap.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1
      if (!this.swapIfBefore(child, parent)) break
      child = parent
    }
    return entry
  }

  /** The instant of the next thing; undefined when nothing is planned. */
  next(): number | undefined {
    while (this.heap[0]?.dropped) this.take()
    return this.heap[0]?.at
  }

  /** Takes the next thing. */
  take(): Entry | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (first && last && heap.length > 0) {
      heap[0] = last
      for (let parent = 0; ; ) {
        const [left, right] = [2 * parent + 1, 2 * parent + 2]
        const leftEntry = heap[left]
        const rightEntry = heap[right]
        if (!leftEntry) break
        const child = rightEntry && before(rightEntry, leftEntry) ? right : left
        if (!this.swapIfBefore(child, parent)) break
        parent = child
      }
    }
    return first
  }

  private swapIfBefore(child: number, parent: number): boolean {
    const lower = this.heap[child]
    const upper = this.heap[parent]
    if (!lower || !upper || !before(lower, upper)) return false
    this.heap[child] = upper
    this.heap[parent] = lower
    return true
  }
}
