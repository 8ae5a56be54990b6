import type { Agreement } from '../contract/agreements.ts'
import type { ConsentState } from '../contract/consent.ts'
import type { ConsentRow } from '../store/consents.ts'

/** Where a consent stands at a moment; `agreement` is the wording as it is now, null where there is none any more. */
export function consentState(
  {
    withdrawnAt,
    until,
    refused,
    agreement: version,
  }: Pick<ConsentRow, 'withdrawnAt' | 'until' | 'agreement' | 'refused'>,
  agreement: Pick<Agreement, 'version'> | null,
  now: Date,
): ConsentState {
  if (withdrawnAt !== null) return 'withdrawn'
  if (now.getTime() >= Date.parse(until)) return 'over'
  if (agreement?.version !== version) return 'outdated'
  return refused ? 'refused' : 'in-force'
}
