/** An authority outside of the platform that certifies keys for tests, good now by the real clock, as TLS wants it. */
import { createPrivateKey } from 'node:crypto'
import { type CertificateUse, issueCertificate, newSigningPair } from '@tereze/foundation-keys'

/** Makes an authority with a certificate of its own. */
export async function certificateAuthority(name: string) {
  const pair = await newSigningPair()
  const day = 86_400_000
  const [from, until] = [new Date(Date.now() - day), new Date(Date.now() + day)]
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
    /** A key with its certificate, both PEM. */
    async issue(commonName: string, use: CertificateUse, hosts?: readonly string[]) {
      const own = await newSigningPair()
      const issued = await issueCertificate({
        subject: { commonName },
        publicJwk: own.publicJwk,
        issuer: { certificate, privateJwk: pair.privateJwk },
        use,
        from,
        until,
        ...(hosts === undefined ? {} : { hosts }),
      })
      const { kty, crv, x, y, d } = own.privateJwk
      const key = createPrivateKey({ key: { kty, crv, x, y, d } as Record<string, string>, format: 'jwk' })
      return { key: key.export({ type: 'pkcs8', format: 'pem' }).toString(), certificate: issued.pem }
    },
  }
}
