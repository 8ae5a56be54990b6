import type { Certificate, Signatures } from '@tereze/foundation-signatures'
import type { AddedAuthority, AuthorityCandidate } from './contract/index.ts'
import type { AddedAuthorityRow } from './store/added-authorities.ts'
import { tellCertificate } from './tell-certificate.ts'

/** What there is to know of an authority before it is trusted: whose it is, its key, what that may be used for, where it is asked. */
export function tellAuthority(
  loaded: Pick<Signatures, 'sha256' | 'judgeKey'>,
  certificate: Certificate,
): Omit<AuthorityCandidate, 'certificate' | 'faults'> {
  const { uses, ocsp, revocationLists } = certificate
  const { key, isRoot } = loaded.judgeKey(certificate)
  const keyUse = uses && [
    ...(uses.certificates ? ['certificates' as const] : []),
    ...(uses.revocationLists ? ['revocation-lists' as const] : []),
    ...(uses.digitalSignature || uses.contentCommitment ? ['signatures' as const] : []),
  ]
  return { ...tellCertificate(loaded, certificate), keyUse, key, isRoot, addresses: [...ocsp, ...revocationLists] }
}

/** An authority that somebody added, as the one who looks sees it. @param nameOf the name of an official; their id where nobody knows one. */
export async function tellAdded(
  loaded: Pick<Signatures, 'sha256' | 'judgeKey'>,
  { certificate: _, authority: id, ...row }: AddedAuthorityRow,
  certificate: Certificate,
  { viewer, nameOf }: { readonly viewer: string; readonly nameOf: (official: string) => Promise<string> },
): Promise<AddedAuthority> {
  const state = row.withdrawnAt !== null ? 'withdrawn' : row.confirmedAt !== null ? 'trusted' : 'proposed'
  const named = async (official: string | null) => (official === null ? null : nameOf(official))
  return {
    ...tellAuthority(loaded, certificate),
    ...row,
    id,
    state,
    isOwn: row.proposedBy === viewer,
    proposedBy: await nameOf(row.proposedBy),
    confirmedBy: await named(row.confirmedBy),
    withdrawnBy: await named(row.withdrawnBy),
  }
}
