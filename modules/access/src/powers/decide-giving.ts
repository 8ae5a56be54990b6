import type { PowerScope } from '../contract/power.ts'
import { inForce, type Standing } from './decide-power.ts'
import type { PowerScheme } from './power-scheme.ts'

/** What somebody may give for a principal: under which power (null: by own right or by a tie), which codes, services, how deep, until when. */
export interface Givable {
  readonly parent: string | null
  readonly codes: readonly string[]
  readonly services: readonly string[] | null
  readonly depth: number
  readonly until: string
}

/** How deep a power may be given on at most. */
export const deepest = 3

/** The last day that a power from a day may have. */
export function lastDay(scheme: PowerScheme, from: string): string {
  const [year = '', ...rest] = from.split('-')
  const day = rest.join('-') === '02-29' ? '02-28' : rest.join('-')
  return `${String(Number(year) + scheme.years).padStart(4, '0')}-${day}`
}

/** What may be given: everything of one's own; for another all that a giving tie allows, or what powers that may be given on allow. */
export function findGivable(
  scheme: PowerScheme,
  standing: Standing,
  of: { readonly actor: string; readonly principal: string; readonly today: string },
): Givable[] {
  const until = lastDay(scheme, of.today)
  const whole = { parent: null, services: null, depth: deepest, until }
  if (of.actor === of.principal) return [{ ...whole, codes: scheme.codes.map(({ code }) => code) }]
  const ties = standing.ties.flatMap(({ kind }) => scheme.ties.find(entry => entry.tie === kind && entry.gives) ?? [])
  const powers = inForce(standing, of.actor, of.principal, of.today).filter(({ depth }) => depth > 0)
  return [
    ...ties.map(({ codes }) => ({ ...whole, codes })),
    ...powers.map(({ id, codes, services, depth, until: last }) => ({
      parent: id,
      codes,
      services,
      depth: depth - 1,
      until: last,
    })),
  ]
}

/** Whether a wanted power is no more than what may be given. */
export function isWithin(givable: Givable, scope: PowerScope, until: string): boolean {
  return (
    scope.codes.every(code => givable.codes.includes(code)) &&
    (givable.services === null || scope.services?.every(service => givable.services?.includes(service)) === true) &&
    scope.depth <= givable.depth &&
    until <= givable.until
  )
}
