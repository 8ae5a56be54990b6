import type { Tie } from '../contract/tie.ts'
import type { PowerRow } from '../store/powers.ts'
import type { PowerScheme } from './power-scheme.ts'
import { powerState } from './power-state.ts'

/** What somebody may act by: ties of the registers, and powers with those above them. */
export interface Standing {
  readonly ties: readonly Tie[]
  readonly powers: readonly PowerRow[]
}

/** Powers of a standing that hold on a day. */
export function inForce({ powers }: Standing, delegate: string, principal: string, today: string): PowerRow[] {
  const above = new Map(powers.map(power => [power.id, power]))
  return powers.filter(
    power =>
      power.delegate === delegate && power.principal === principal && powerState(power, above, today) === 'in-force',
  )
}

/** Codes under which a permission stands. */
export function codesOf(scheme: PowerScheme, permission: string): ReadonlySet<string> {
  return new Set(scheme.codes.filter(({ permissions }) => permissions.includes(permission)).map(({ code }) => code))
}

/** What is asked: who acts for whom, what, on which day; and which services it is about (empty: none in particular). */
export interface ActingQuestion {
  readonly actor: string
  readonly principal: string
  readonly permission: string
  readonly services: readonly string[]
  readonly today: string
}

/** `by` names the tie or the power; otherwise there is none at all, or none that allows this. */
export type ActingAnswer = { readonly by: string } | 'representation-missing' | 'power-out-of-scope'

/** Decides by what somebody may do something for another: a tie first, else the first power that covers it. */
export function decidePower(scheme: PowerScheme, standing: Standing, question: ActingQuestion): ActingAnswer {
  const { actor, principal, permission, services, today } = question
  const codes = codesOf(scheme, permission)
  const covers = (given: readonly string[]) => given.some(code => codes.has(code))
  const tie = standing.ties.find(({ kind }) => covers(scheme.ties.find(entry => entry.tie === kind)?.codes ?? []))
  if (tie !== undefined) return { by: `tie:${tie.kind}` }
  const powers = inForce(standing, actor, principal, today)
  const power = powers.find(
    ({ codes: given, services: only }) =>
      covers(given) && (only === null || (services.length > 0 && services.every(service => only.includes(service)))),
  )
  if (power !== undefined) return { by: power.id }
  return standing.ties.length === 0 && powers.length === 0 ? 'representation-missing' : 'power-out-of-scope'
}
