import type { Problem } from '@tereze/ui-client'

/** Why somebody has to sign in once more: their session is over, or what they want needs a surer sign-in. */
export type SignInWanted = { readonly for: 'ended' } | { readonly for: 'surer'; readonly level: string }

/** The sign-in that a problem asks for; null when it asks for none. */
export function wantedBy(problem: Problem): SignInWanted | null {
  if (problem.kind !== 'signed-out') return null
  return problem.code === 'operations.assurance-needed'
    ? { for: 'surer', level: String(problem.params.level ?? 'substantial') }
    : { for: 'ended' }
}
