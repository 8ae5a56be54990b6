import type { SealState } from '../contract/index.ts'
import { isUsable } from './seal-terms.ts'

/**
 * What the certificate of a seal is good for now.
 * @param of.isPresent whether it is the newest of the key that the seal has today.
 */
export function decideSealState(
  seal: { readonly until: string; readonly revokedAt: string | null },
  { now, isPresent }: { readonly now: Date; readonly isPresent: boolean },
): SealState {
  if (seal.revokedAt !== null) return 'revoked'
  if (Date.parse(seal.until) <= now.getTime()) return 'expired'
  if (!isPresent) return 'replaced'
  return isUsable(seal, now) ? 'in-force' : 'ends-soon'
}
