import type { Assurance } from '@tereze/operation'

/** How somebody proved who they are. */
export type Proof =
  | { readonly by: 'code' }
  | { readonly by: 'password'; readonly second: boolean }
  | { readonly by: 'passkey'; readonly synced: boolean }

/**
 * The level of assurance of a proof (eIDAS, Regulation (EU) 2015/1502, annex 2.3): a key that never leaves its device and checked its owner
 * is high; two factors, one of which can be copied, are substantial; one factor is low. A code goes to the phone that the registers know.
 */
export function decideAssurance(proof: Proof): Assurance {
  if (proof.by === 'passkey') return proof.synced ? 'substantial' : 'high'
  if (proof.by === 'password') return proof.second ? 'substantial' : 'low'
  return 'substantial'
}
