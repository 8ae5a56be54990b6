/** Two people who decide together whose certificates are believed. */
import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { confirmAuthority, listTrusted, proposeAuthority } from './contract/index.ts'
import { type SignaturesPlatform, signaturesPlatform } from './signatures-platform.fixture.ts'

/** Who proposes. */
export const proposer = official({ organisation: 'platform', roles: ['integrator'] })
/** Who confirms and withdraws. */
export const confirmer = official({
  id: 'official_01960000-0000-7000-8000-000000000003',
  organisation: 'platform',
  roles: ['security-officer'],
})

/** The module where what these two do counts as signed. */
export const authoritiesPlatform = () => signaturesPlatform(null, { find: async () => ({ kind: 'advanced' }) })

/** Proposes a certificate, base64 of its DER. */
export const propose = (platform: SignaturesPlatform, certificate: string, jurisdiction = 'demo') =>
  platform.run(
    proposeAuthority,
    { certificate, level: 'qualified', jurisdiction, reason: 'Its people sign applications' },
    proposer,
  )

/** A foreign authority that both have let in. */
export async function trustForeign(platform: SignaturesPlatform) {
  const foreign = await platform.foreign()
  const proposed = await propose(platform, foreign.certificate)
  if (isRefused(proposed)) throw new Error(proposed.code)
  const { authority } = proposed
  const confirmed = await platform.run(confirmAuthority, { authority, fingerprint: foreign.fingerprint }, confirmer)
  if (isRefused(confirmed)) throw new Error(confirmed.code)
  return { ...foreign, authority }
}

/** What the list says of those that were added. */
export async function added(platform: SignaturesPlatform, viewer = confirmer) {
  const listed = await platform.run(listTrusted, { organisation: 'platform' }, viewer)
  if (isRefused(listed)) throw new Error(listed.code)
  return listed.added
}
