import type { HistoryEffect } from '../engine/effect.ts'

/** The nodes an instance has entered, in order, each time it did. */
export function pathOf(history: readonly HistoryEffect[]): readonly string[] {
  return history.flatMap(({ what, element }) => (what === 'entered' ? [element] : []))
}

/** The stages an instance has been in, in order; staying in one counts once. */
export function stagesOf(history: readonly HistoryEffect[]): readonly string[] {
  const stages: string[] = []
  for (const { what, stage } of history)
    if (what === 'entered' && stage !== undefined && stages.at(-1) !== stage) stages.push(stage)
  return stages
}

/** The sequence flows an instance has taken, each once. */
export function flowsOf(history: readonly HistoryEffect[]): ReadonlySet<string> {
  return new Set(history.flatMap(({ what, element }) => (what === 'flow' ? [element] : [])))
}
