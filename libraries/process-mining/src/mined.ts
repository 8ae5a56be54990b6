import type { Spread } from '@tereze/process-simulation'

/** What really happened at one node. Durations are seconds. */
export interface MinedNode {
  /** Element of the log. */
  readonly node: string
  readonly entered: number
  readonly done: number
  readonly cancelled: number
  /** How many are there now. */
  readonly open: number
  /** In how many cases it was entered more than once: done again. */
  readonly again: number
  /** From when it was entered until it was left, by the clock. */
  readonly time: Spread | null
  /** The same in working time; null without a calendar. */
  readonly working: Spread | null
  /** What it took of all the time that all cases together took by the clock; of what happens side by side both, so that shares may sum to more than 1. */
  readonly share: number
  /** Up to a hundred of its durations by the clock, evenly taken from the shortest to the longest. */
  readonly durations: readonly number[]
}

/** How often a sequence flow was taken. */
export interface MinedFlow {
  readonly flow: string
  readonly count: number
}

/** One way through the process. */
export interface MinedPath {
  /** Elements in the order in which they were entered, with ` → ` between them. */
  readonly path: string
  readonly count: number
  readonly share: number
  /** Mean time of its cases, seconds. */
  readonly time: number
}

/** How a process really goes. Durations are seconds, instants ISO 8601. */
export interface MinedProcess {
  readonly cases: number
  readonly finished: number
  readonly unfinished: number
  /** When the first case began and the last one did; null without cases. */
  readonly from: string | null
  readonly to: string | null
  /** Of finished cases, by the clock and in working time. */
  readonly time: Spread | null
  readonly working: Spread | null
  /** Those that took most of the time first. */
  readonly nodes: readonly MinedNode[]
  readonly flows: readonly MinedFlow[]
  /** Of finished cases, the most frequent first; the rest together under `…`. */
  readonly paths: readonly MinedPath[]
  /** How many different ways finished cases went. */
  readonly ways: number
}
