import { issueCertificate, keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { makeAuthority } from '../contract/authority.ts'
import { authorityPurpose, authorityTerm, clockSkew, ownAuthority } from '../rules/authority.ts'
import { operator } from '../rules/certificate.ts'
import { listAuthorityRows, upsertAuthority } from '../store/certificates.ts'

/** Makes the authority of this installation; the one that there is stays. */
export const makeAuthorityHandler = handle(makeAuthority, {
  tenant: () => operator,
  async run(_, { tx, now, port, actor, concerns }) {
    const there = (await listAuthorityRows(tx, operator)).find(({ id }) => id === ownAuthority)
    if (there !== undefined) return { certificate: there.certificate, until: there.until }
    const privateJwk = await port(keyring).privateJwk(tx, authorityPurpose)
    const subject = { organisation: operator, commonName: 'Tereze exchange' }
    const until = new Date(now.getTime() + authorityTerm)
    const { pem: certificate, serial } = await issueCertificate({
      subject,
      publicJwk: privateJwk,
      issuer: { certificate: null, privateJwk },
      use: 'authority',
      from: new Date(now.getTime() - clockSkew),
      until,
    })
    const named = `O=${subject.organisation}, CN=${subject.commonName}`
    upsertAuthority(tx, { id: ownAuthority, subject: named, certificate, until, revocations: null, now, by: actor.id })
    concerns([], [`authority:${ownAuthority}`, `serial:${serial}`])
    return { certificate, until: until.toISOString() }
  },
})
