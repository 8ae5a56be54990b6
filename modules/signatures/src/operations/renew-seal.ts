import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { refuse } from '@tereze/operation'
import { authorityMissing, renewSeal, sealNotFound } from '../contract/index.ts'
import { issueSeal } from '../issue-seal.ts'
import { findIssuer } from '../own-authorities.ts'
import { kidOf, sealKey } from '../seal-keys.ts'
import { findSealOfKey } from '../store/seals.ts'

/** Gives a seal its next certificate, which points to the same list of revoked ones as the present one. */
export const renewSealHandler = handle(renewSeal, {
  tenant: input => input.organisation,
  async run({ organisation, serial }, context) {
    const { tx, concerns } = context
    const present = await findSealOfKey(tx, tx.tenant, kidOf(await sealKey(context.port(keyring), tx)))
    // Who renews what was renewed a moment ago, or was revoked, looks at an old list.
    if (present === null || present.serial !== serial || present.revokedAt !== null)
      return refuse(sealNotFound, { pointer: '/serial' })
    const issuer = await findIssuer(context)
    if (issuer === null) return refuse(authorityMissing)
    const { readCertificate } = await library()
    const [revocations] = readCertificate(present.certificate)?.revocationLists ?? []
    if (revocations === undefined) throw new Error('a seal points to the list of revoked ones')
    const next = await issueSeal(context, { organisation, revocations, issuer })
    concerns([], [`serial:${next.serial}`])
    return { serial: next.serial, until: next.until }
  },
})
