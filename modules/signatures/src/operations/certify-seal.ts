import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { authorityMissing, certifySeal } from '../contract/index.ts'
import { issueSeal } from '../issue-seal.ts'
import { authorityOf, findIssuer } from '../own-authorities.ts'
import { isUsable } from '../rules/seal-terms.ts'
import { kidOf, sealKey } from '../seal-keys.ts'
import { findSealOfKey } from '../store/seals.ts'

/** Gives the certificate of an organisation's seal. */
export const certifySealHandler = handle(certifySeal, {
  tenant: input => input.organisation,
  async run({ organisation, revocations }, context) {
    const { tx, now } = context
    const issuer = await findIssuer(context)
    if (issuer === null) return refuse(authorityMissing)
    const jwk = await sealKey(context.port(keyring), tx)
    const known = await findSealOfKey(tx, tx.tenant, kidOf(jwk))
    const seal =
      known !== null && isUsable(known, now) ? known : await issueSeal(context, { organisation, revocations, issuer })
    const above = await authorityOf(tx, seal)
    return {
      serial: seal.serial,
      certificates: [seal.certificate, above.certificate].map(der => Buffer.from(der).toString('base64')),
      until: seal.until,
      revokedAt: null,
    }
  },
})
