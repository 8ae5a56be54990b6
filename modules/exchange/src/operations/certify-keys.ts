import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import type { JWK } from 'jose'
import { certifyKeys, type KeyCertificate } from '../contract/peer.ts'
import { anchorPurpose, certificateTerm, certificateType, operator, overlap } from '../rules/certificate.ts'
import { listCertificateRows } from '../store/certificates.ts'
import { listMemberKeys } from '../store/member-keys.ts'

/** Certifies the keys of a member: those that the installation keeps for it, and those that its own systems registered. */
export const certifyKeysHandler = handle(certifyKeys, {
  tenant: () => operator,
  async run({ member }, { tx, now, port }) {
    const keys = port(keyring)
    const kept = await keys.publicJwks(tx, member, 'exchange', new Date(now.getTime() - overlap))
    const certificates = await listCertificateRows(tx, member, operator, now)
    const good = certificates.filter(({ state, system }) => state === null && system !== null)
    // A key with certificates of which none is good is certified to nobody.
    const judged = certificates.filter(({ state, system }) => system !== null || state === 'revoked')
    const isGood = (kid: string) => certificates.some(one => one.kid === kid && one.state === null)
    const fallen = new Set(judged.map(({ kid }) => kid).filter(kid => !isGood(kid)))
    const registered = [
      ...new Map([...(await listMemberKeys(tx, member, now)), ...good].map(key => [key.kid, key])).values(),
    ]
    const certificate: KeyCertificate = {
      member,
      keys: [
        ...kept
          .filter(({ kid = '' }) => !fallen.has(kid))
          .map(jwk => ({ kid: jwk.kid ?? '', system: null, jwk: certified(jwk) })),
        ...registered
          .filter(({ kid }) => !fallen.has(kid))
          .map(({ kid, system, jwk }) => ({ kid, system, jwk: certified(jwk) })),
      ],
      issued: now.toISOString(),
      until: new Date(now.getTime() + certificateTerm).toISOString(),
    }
    const signer = await keys.signer(tx, anchorPurpose)
    return { certificate: await signer.sign(JSON.stringify(certificate), certificateType) }
  },
})

/** The public members of a key, and nothing else. */
function certified({ kty, crv, x, y }: JWK): Record<string, unknown> {
  return { kty, crv, x, y }
}
