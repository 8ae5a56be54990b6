import type { BenchRun } from '../contract/index.ts'
import type { RunRow } from '../store/bench.ts'

/** A run as screens show it. */
export function benchRun({ id, state, told, stories, askedAt, problem }: RunRow): BenchRun {
  return { run: id, state, told, stories, askedAt, problem }
}
