/** Where the request to a signatory stands. `lapsed`: its term is over; `withdrawn`: the applicant took it back. */
export type SignatoryState = 'asked' | 'signed' | 'declined' | 'lapsed' | 'withdrawn'

/** Those whom the applicant has not taken back. */
const counted = (states: readonly SignatoryState[]) => states.filter(state => state !== 'withdrawn')

/**
 * Whether an application goes on: all who were asked and not taken back have signed, and they are enough. Whoever declined or let the
 * term pass holds it up until the applicant takes the request back.
 */
export function isSignedByAll(states: readonly SignatoryState[], least: number): boolean {
  const those = counted(states)
  return those.length >= least && those.every(state => state === 'signed')
}

/** Somebody as whom an applicant may ask, by place in the list that was sent. */
export type Wanted = string | null

/** Why persons may not be asked: which of them, and why; null where they may. */
export function decideAsking(
  wanted: readonly Wanted[],
  already: readonly { readonly person: string; readonly state: SignatoryState }[],
  of: { readonly applicants: readonly string[]; readonly most: number },
): { readonly at: number; readonly why: 'unknown' | 'applicant' | 'twice' | 'many' } | null {
  const unfit = wanted.indexOf(null)
  if (unfit >= 0) return { at: unfit, why: 'unknown' }
  const own = wanted.findIndex(person => person !== null && of.applicants.includes(person))
  if (own >= 0) return { at: own, why: 'applicant' }
  const open = already.filter(({ state }) => state !== 'withdrawn')
  const twice = wanted.findIndex((person, at) => open.some(one => one.person === person) || wanted.indexOf(person) < at)
  if (twice >= 0) return { at: twice, why: 'twice' }
  return open.length + wanted.length > of.most ? { at: of.most - open.length, why: 'many' } : null
}
