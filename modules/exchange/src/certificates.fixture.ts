/** An authority outside of the platform that certifies keys for tests. */
import { createPrivateKey } from 'node:crypto'
import { type CertificateUse, issueCertificate, newSigningPair, type WantedCertificate } from '@tereze/foundation-keys'

const day = 86_400_000

/**
 * Makes an authority with a certificate of its own.
 * @param now between the days on which it and what it certifies are good; by the real clock unless given, as TLS wants it.
 */
export async function certificateAuthority(name: string, now: Date = new Date()) {
  const pair = await newSigningPair()
  const [from, until] = [new Date(now.getTime() - day), new Date(now.getTime() + 100 * day)]
  const { pem: certificate } = await issueCertificate({
    subject: { commonName: name },
    publicJwk: pair.publicJwk,
    issuer: { certificate: null, privateJwk: pair.privateJwk },
    use: 'authority',
    from,
    until,
  })
  return {
    certificate,
    privateJwk: pair.privateJwk,
    /** A key with its certificate, both PEM. */
    async issue(commonName: string, use: CertificateUse, more: Partial<WantedCertificate> = {}) {
      const own = await newSigningPair()
      const issued = await issueCertificate({
        subject: { commonName },
        publicJwk: own.publicJwk,
        issuer: { certificate, privateJwk: pair.privateJwk },
        use,
        from,
        until,
        ...more,
      })
      const { kty, crv, x, y, d } = own.privateJwk
      const key = createPrivateKey({ key: { kty, crv, x, y, d } as Record<string, string>, format: 'jwk' })
      return {
        ...issued,
        pair: own,
        key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
        certificate: issued.pem,
      }
    },
  }
}
