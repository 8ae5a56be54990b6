import { plainFingerprint } from '../contract/index.ts'

/** A proposal as it is decided on. */
export interface Proposal {
  readonly fingerprint: string
  readonly proposedBy: string
  readonly confirmedAt: string | null
  readonly withdrawnAt: string | null
}

/**
 * Whether somebody may confirm a proposal: another than who made it, with the fingerprint as they have it from the authority itself.
 * @returns null where they may.
 */
export function decideConfirming(
  proposal: Proposal,
  { by, fingerprint }: { readonly by: string; readonly fingerprint: string },
): 'not-proposed' | 'own' | 'fingerprint-other' | null {
  if (proposal.confirmedAt !== null || proposal.withdrawnAt !== null) return 'not-proposed'
  if (proposal.proposedBy === by) return 'own'
  return plainFingerprint(fingerprint) === proposal.fingerprint ? null : 'fingerprint-other'
}
