import { builtinUsesOf, type Model } from '@tereze/dmn'
import type { BuiltinUse } from '@tereze/feel'
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

/** The places that a use rounds to; `?` when they are not written out, or it is called under another name. */
function scaleOf({ called, numbers, named }: BuiltinUse): string {
  if (!called) return '?'
  if ('scale' in named) return named.scale ?? '?'
  return numbers.length < 2 ? '0' : (numbers[1] ?? '?')
}

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
    builtinUsesOf(model).flatMap(use => {
      const mode = modes.get(use.name)
      return mode === undefined ? [] : [{ decision: use.owner, mode, scale: scaleOf(use) }]
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
