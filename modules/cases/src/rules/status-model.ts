import type { CaseStatus } from '../contract/case.ts'

/** Every kind of legal act that a case knows. */
export type ActKind =
  | 'registration'
  | 'refusal-to-accept'
  | 'return'
  | 'request-for-information'
  | 'suspension'
  | 'resumption'
  | 'extension'
  | 'preliminary-decision'
  | 'hearing'
  | 'decision'
  | 'discontinuance'
  | 'correction'
  | 'duplicate'
  | 'appeal'
  | 'appeal-outcome'
  | 'payment-order'

const stays = { 'in-progress': 'in-progress' } as const
const after = { decided: 'decided', delivered: 'delivered', closed: 'closed' } as const

/**
 * The one status model of all cases: by act, from which status it is possible and to which it leads. `decided` becomes `delivered`
 * when the process has delivered the result, and `delivered` becomes `closed` when nothing can follow any more; no act does that.
 */
export const statusModel: Readonly<Record<ActKind, Readonly<Partial<Record<CaseStatus, CaseStatus>>>>> = {
  registration: { submitted: 'in-progress' },
  'refusal-to-accept': { submitted: 'closed' },
  return: { submitted: 'closed', 'in-progress': 'closed' },
  'request-for-information': stays,
  suspension: stays,
  resumption: stays,
  extension: stays,
  'preliminary-decision': stays,
  hearing: stays,
  decision: { 'in-progress': 'decided', decided: 'decided', delivered: 'decided', closed: 'decided' },
  discontinuance: { submitted: 'closed', 'in-progress': 'closed' },
  correction: { decided: 'decided', delivered: 'delivered' },
  duplicate: after,
  appeal: after,
  'appeal-outcome': after,
  'payment-order': { 'in-progress': 'in-progress', ...after },
}

/** The status of a case after an act; null when the act is not possible in the status that it has. */
export function statusAfter(status: CaseStatus, act: ActKind): CaseStatus | null {
  return statusModel[act][status] ?? null
}
