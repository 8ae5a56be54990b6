import type { Principal } from '../contract/power.ts'
import type { Tie } from '../contract/tie.ts'
import type { PowerRow } from '../store/powers.ts'
import { inForce } from './decide-power.ts'
import type { PowerScheme } from './power-scheme.ts'

/** For whom somebody may act, without the names: what ties and powers give together. */
export function listPrincipals(
  scheme: PowerScheme,
  standing: { readonly ties: readonly Tie[]; readonly powers: readonly PowerRow[] },
  of: { readonly actor: string; readonly today: string },
): Omit<Principal, 'name'>[] {
  const ids = new Set(
    [...standing.ties, ...standing.powers.filter(({ delegate }) => delegate === of.actor)].map(one => one.principal),
  )
  return [...ids].flatMap(principal => {
    const ties = standing.ties.filter(tie => tie.principal === principal)
    const powers = inForce(standing, of.actor, principal, of.today)
    if (ties.length === 0 && powers.length === 0) return []
    const byTies = ties.flatMap(({ kind }) => scheme.ties.find(({ tie }) => tie === kind)?.codes ?? [])
    const codes = new Set([...byTies, ...powers.flatMap(power => power.codes)])
    const isLimited = ties.length === 0 && powers.every(({ services }) => services !== null)
    const held = scheme.codes.filter(({ code }) => codes.has(code))
    return [
      {
        principal,
        kind: principal.startsWith('person_') ? ('person' as const) : ('organisation' as const),
        ties: ties.map(({ kind, since }) => ({ kind, since })),
        powers: powers.map(({ id }) => id),
        codes: held.map(({ code }) => code),
        titles: held.map(({ title }) => ({ ...title })),
        services: isLimited ? [...new Set(powers.flatMap(({ services }) => services ?? []))] : null,
      },
    ]
  })
}
