import type { SealShown } from '@tereze/signatures/contract'

/** The seals in which all words of a search stand, whatever their letters’ size: in number, names, fingerprint or reason. */
export function findSeals(seals: readonly SealShown[], search: string): readonly SealShown[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return seals.filter(({ serial, holder, authority, fingerprint, revokedBecause }) => {
    const all = [serial, holder, authority, fingerprint, revokedBecause ?? ''].join(' ').toLowerCase()
    return words.every(word => all.includes(word))
  })
}
