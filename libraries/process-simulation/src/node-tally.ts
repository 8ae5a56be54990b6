import { Level } from './level.ts'

/** What is counted at one node; durations in milliseconds. */
export class NodeTally {
  readonly node: string
  readonly name: string
  readonly waits: number[] = []
  readonly efforts: number[] = []
  readonly totals: number[] = []
  readonly queue: Level
  entered = 0
  done = 0
  cancelled = 0
  cost = 0

  constructor(node: string, name: string, begin: number) {
    this.node = node
    this.name = name
    this.queue = new Level(begin)
  }
}
