import type { Assurance } from '@tereze/operation'

/** How somebody proved who they are. */
export type Proof =
  | { readonly by: 'code' }
  | { readonly by: 'password'; readonly second: boolean }
  | { readonly by: 'passkey'; readonly synced: boolean }
  | { readonly by: 'certificate'; readonly qualified: boolean }

/**
 * The level of assurance of a proof (eIDAS, Regulation (EU) 2015/1502, annex 2.3): a key that never leaves its device and checked its owner
 * is high; two factors, one of which can be copied, are substantial; one factor is low. A code goes to the phone that the registers know.
 * An accredited authority saw whom it gave a certificate; its key may be a file behind a password, which can be copied.
 */
export function decideAssurance(proof: Proof): Assurance {
  if (proof.by === 'passkey') return proof.synced ? 'substantial' : 'high'
  if (proof.by === 'certificate') return proof.qualified ? 'substantial' : 'low'
  if (proof.by === 'password') return proof.second ? 'substantial' : 'low'
  return 'substantial'
}
