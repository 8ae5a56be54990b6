import type { CheckedCredential } from '../contract/index.ts'
import type { PresentationKind } from './presentation-kinds.ts'

const samePath = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, index) => name === b[index])

/**
 * What is kept of a checked answer: the claims that were asked for and no other, whatever else was disclosed. An answer with a fault, of
 * another type or without one of the claims keeps nothing of what it says.
 */
export function decideAnswer(
  checked: CheckedCredential,
  kind: Pick<PresentationKind, 'type' | 'claims'>,
): CheckedCredential {
  const { type } = kind
  const without = (fault: CheckedCredential['fault']) => ({ ...checked, fault, claims: [] })
  if (checked.fault !== null) return without(checked.fault)
  if (checked.type !== type.id || checked.organisation !== type.organisation) return without('type-wrong')
  const claims = kind.claims.map(path => checked.claims.find(claim => samePath(claim.path, path)))
  const kept = claims.filter(claim => claim !== undefined)
  return kept.length < claims.length ? without('claim-missing') : { ...checked, claims: kept }
}
