import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { refuse } from '@tereze/operation'
import { authorityMissing, certifySeal } from '../contract/index.ts'
import { isUsable, sealDays, termFrom } from '../rules/seal-terms.ts'
import { kidOf, privateKeyOf, publicKeyOf, purposes } from '../seal-keys.ts'
import { findAuthority, findSealOfKey, insertSeal } from '../store/seals.ts'

/** Gives the certificate of an organisation's seal. */
export const certifySealHandler = handle(certifySeal, {
  tenant: input => input.organisation,
  async run({ organisation, revocations }, context) {
    const { tx, now } = context
    const keys = context.port(keyring)
    const authority = await findAuthority(tx)
    const above = await keys.findPrivateJwk(tx, 'platform', purposes.authority)
    if (authority === null || above === null) return refuse(authorityMissing)
    const shown = (seal: { serial: string; certificate: Uint8Array; until: string }) => ({
      serial: seal.serial,
      certificates: [seal.certificate, authority.certificate].map(der => Buffer.from(der).toString('base64')),
      until: seal.until,
      revokedAt: null,
    })
    const jwk = await keys.privateJwk(tx, purposes.seal)
    const known = await findSealOfKey(tx, tx.tenant, kidOf(jwk))
    if (known !== null && isUsable(known, now)) return shown(known)
    const { issue, readCertificate, softwareKey } = await library()
    const name = getOrganisation(context.port(packages), organisation).name
    const term = termFrom(now, sealDays)
    const certificate = await issue({
      subject: [
        { type: '2.5.4.10', value: name.en },
        { type: '2.5.4.3', value: name.kk },
      ],
      publicKey: publicKeyOf(privateKeyOf(jwk)),
      issuer: softwareKey(privateKeyOf(above), [authority.certificate]),
      use: 'signing',
      revocationLists: revocations,
      ...term,
    })
    const serial = readCertificate(certificate)?.serial
    if (serial === undefined) throw new Error('what was issued is a certificate')
    await insertSeal(tx, { serial, kid: kidOf(jwk), certificate, until: term.until, now })
    return shown({ serial, certificate, until: term.until.toISOString() })
  },
})
