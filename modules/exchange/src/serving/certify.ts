import { issueCertificate, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import type { JWK } from 'jose'
import { authorityNotFound, certificateUnusable } from '../contract/certificate.ts'
import { authorityPurpose, certificateLife, clockSkew, ownAuthority, renewFrom } from '../rules/authority.ts'
import { operator } from '../rules/certificate.ts'
import { thumbprintOf } from '../rules/thumbprint.ts'
import { findCertifiedSystem, insertCertificate, listAuthorityRows } from '../store/certificates.ts'

/** Refuses a certificate or a request, with the reason in words. */
export function refuseUnusable(reason: string, pointer: string): Refused<'exchange.certificate-unusable'> {
  return refuse(certificateUnusable, {
    pointer,
    params: { reason },
    also: [{ pointer, code: `exchange.certificate-${reason}` }],
  })
}

/** Certifies a key of the transaction's member by the authority of this installation, and keeps the certificate. */
export async function certify(
  { tx, port, now }: Pick<Context, 'tx' | 'port' | 'now'>,
  key: { readonly system: string | null; readonly jwk: JWK },
) {
  const authority = (await listAuthorityRows(tx, operator)).find(({ id }) => id === ownAuthority)
  const privateJwk = await port(keyring).findPrivateJwk(tx, operator, authorityPurpose)
  if (authority === undefined || privateJwk === null) return refuse(authorityNotFound)
  const kid = await thumbprintOf(key.jwk as Record<string, unknown>)
  if (kid === null) return refuseUnusable('key-kind', '/request')
  const holder = await findCertifiedSystem(tx, tx.tenant, kid)
  if (holder !== undefined && holder !== key.system) return refuseUnusable('other-system', '/request')
  const from = new Date(now.getTime() - clockSkew)
  const until = new Date(Math.min(now.getTime() + certificateLife, Date.parse(authority.until)))
  const issued = await issueCertificate({
    subject: { organisation: tx.tenant, commonName: key.system ?? tx.tenant },
    publicJwk: key.jwk,
    issuer: { certificate: authority.certificate, privateJwk },
    use: 'signing',
    from,
    until,
  })
  const { kty, crv, x, y } = key.jwk
  const row = { kid, system: key.system, certificate: issued.pem, chain: authority.certificate, serial: issued.serial }
  await insertCertificate(tx, { ...row, authority: ownAuthority, jwk: { kty, crv, x, y } as JWK, from, until, now })
  return {
    serial: issued.serial,
    kid,
    certificate: issued.pem,
    chain: authority.certificate,
    from: from.toISOString(),
    until: until.toISOString(),
    renew: renewFrom(from, until).toISOString(),
  }
}
