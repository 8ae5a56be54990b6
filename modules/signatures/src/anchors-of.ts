import type { Anchor, Signatures } from '@tereze/foundation-signatures'
import { isRefused, systemActor } from '@tereze/operation'
import type { Asking } from './clock-of.ts'
import { findAnchors } from './contract/index.ts'
import { platform } from './platform.ts'
import type { OwnAuthority } from './revocation-desk.ts'
import type { SignatureProfile } from './rules/signature-profiles.ts'

/** Everybody whose certificates are believed: by jurisdictions, by what people added and confirmed, and the installation itself. */
export async function anchorsOf(
  context: Asking,
  { readCertificate }: Pick<Signatures, 'readCertificate'>,
  { profiles, own }: { readonly profiles: readonly SignatureProfile[]; readonly own: readonly OwnAuthority[] },
): Promise<readonly Anchor[]> {
  const declared = profiles.flatMap(({ authorities }) => authorities.map(one => ({ ...one, withdrawnAt: null })))
  const found = await context.call(findAnchors, {}, { actor: systemActor('signatures', platform) })
  if (isRefused(found)) throw new Error(found.code)
  const added = found.items.map(one => {
    const profile = profiles.find(({ jurisdiction }) => jurisdiction === one.jurisdiction)
    const withdrawnAt = one.withdrawnAt === null ? null : new Date(one.withdrawnAt)
    // Without the rules of its jurisdiction nobody can tell its qualified certificates.
    const level = profile === undefined ? ('advanced' as const) : one.level
    return { certificate: one.certificate, level, qualifiedBy: profile?.qualified ?? [], withdrawnAt }
  })
  return [
    ...[...declared, ...added].flatMap(({ certificate, ...worth }) => {
      const read = readCertificate(certificate)
      return read === null ? [] : [{ certificate: read, ...worth }]
    }),
    // What the installation certifies itself proves the organisation, and is nobody's accredited authority.
    ...own.map(({ certificate }) => ({ certificate, level: 'advanced' as const, qualifiedBy: [] })),
  ]
}
