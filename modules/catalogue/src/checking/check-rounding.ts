import { callsOf, type Model } from '@tereze/dmn'
import type { RefusalParam } from '@tereze/operation'
import type { Rounding } from '@tereze/service-rules'

/** How each rounding function of FEEL rounds (DMN 1.5 §10.3.4.5). */
const modes = new Map([
  ['decimal', 'half-even'],
  ['round up', 'up'],
  ['round down', 'down'],
  ['round half up', 'half-up'],
  ['round half down', 'half-down'],
  ['floor', 'floor'],
  ['ceiling', 'ceiling'],
])

interface RoundingProblem {
  readonly decision: string
  readonly code: 'package.rounding-undeclared' | 'package.rounding-unused'
  readonly params: Readonly<Record<string, RefusalParam>>
}

function keyOf(decision: string, mode: string, scale: string): string {
  return `${decision} ${mode} ${scale}`
}

/** Compares what decisions round with what the regulation says of it: nothing is rounded without a clause. */
export function checkRounding(models: readonly Model[], declared: readonly Rounding[]): RoundingProblem[] {
  const made = models.flatMap(model =>
    callsOf(model).flatMap(({ owner, name, numbers }) => {
      const mode = modes.get(name)
      return mode === undefined
        ? []
        : [{ decision: owner, mode, scale: numbers.length < 2 ? '0' : (numbers[1] ?? '?') }]
    }),
  )
  const said = new Set(declared.map(({ decision, mode, scale }) => keyOf(decision, mode, String(scale))))
  const done = new Set(made.map(({ decision, mode, scale }) => keyOf(decision, mode, scale)))
  return [
    ...made
      .filter(({ decision, mode, scale }) => !said.has(keyOf(decision, mode, scale)))
      .map(({ decision, mode, scale }) => ({
        decision,
        code: 'package.rounding-undeclared' as const,
        params: { decision, mode, scale },
      })),
    ...declared
      .filter(({ decision, mode, scale }) => !done.has(keyOf(decision, mode, String(scale))))
      .map(({ decision, mode, scale }) => ({
        decision,
        code: 'package.rounding-unused' as const,
        params: { decision, mode, scale },
      })),
  ]
}
