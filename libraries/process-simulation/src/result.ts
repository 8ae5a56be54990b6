import type { ScenarioProblem } from './problem.ts'
import type { Point } from './series.ts'
import type { Spread } from './spread.ts'

/** Mean over time, and the highest value. */
export interface Length {
  readonly mean: number
  readonly most: number
}

/** What happened at one node. Durations are in seconds. */
export interface NodeResult {
  /** Node id; of a called process `process/node`. */
  readonly node: string
  readonly name: string
  readonly entered: number
  readonly done: number
  readonly cancelled: number
  /** From when it could be done until somebody began; of timers and messages the whole wait. */
  readonly waiting: Spread | null
  /** Working time spent on it; nights and breaks do not count. */
  readonly processing: Spread | null
  /** From when it could be done until it was, nights included. */
  readonly total: Spread | null
  readonly queue: Length
  readonly cost: number
}

/** What became of one pool. */
export interface PoolResult {
  readonly pool: string
  readonly staff: number
  /** Working time done as a share of the working time there was. */
  readonly utilisation: number
  readonly workedHours: number
  readonly openHours: number
  readonly queue: Length
  readonly waiting: Spread | null
  readonly cost: number
}

/** What one instance asks of people, on average. */
export interface Burden {
  /** How often the person concerned had to come somewhere. */
  readonly visits: number
  /** Papers that the person concerned brought or filled in. */
  readonly papers: number
  /** How often somebody of a pool had to do something. */
  readonly handlings: number
}

/** What a process would do. Instants are ISO 8601, durations seconds, rates per hour of the clock. */
export interface SimulationResult {
  readonly process: string
  readonly seed: number
  readonly begin: string
  readonly end: string
  readonly started: number
  readonly finished: number
  /** Ended by an error that nothing caught. */
  readonly failed: number
  /** Still going on at the end, or waiting for what never comes. */
  readonly unfinished: number
  readonly throughputPerHour: number
  /** Instances at the same time. */
  readonly inSystem: Length
  /** From arrival to end, of finished instances. */
  readonly time: Spread | null
  /** Sums over the nodes of a finished instance; of parallel branches both. */
  readonly waiting: Spread | null
  readonly processing: Spread | null
  readonly cost: { readonly total: number; readonly perFinished: number }
  /** What a finished instance asked of people, on average. */
  readonly burden: Burden
  readonly nodes: readonly NodeResult[]
  readonly pools: readonly PoolResult[]
  readonly series: { readonly everySeconds: number; readonly points: readonly Point[] }
  /** The ways through the process, the most frequent first; the rest together under `…`. */
  readonly paths: readonly { readonly path: string; readonly count: number; readonly share: number }[]
  /** How often each sequence flow was taken. */
  readonly flows: Readonly<Record<string, number>>
  readonly incidents: readonly { readonly node: string; readonly code: string; readonly count: number }[]
  /** Nodes that the scenario says nothing about: they took no time and nobody. */
  readonly assumed: readonly string[]
}

/** A simulation, or why there is none. */
export type SimulationOutcome =
  | { readonly ok: true; readonly result: SimulationResult }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] }
