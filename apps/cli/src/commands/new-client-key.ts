import { createHash, generateKeyPairSync } from 'node:crypto'

/** A key of a client: what is registered, and the private half, which is kept nowhere here. */
export interface NewClientKey {
  readonly publicKey: {
    readonly kty: 'EC'
    readonly crv: 'P-256'
    readonly x: string
    readonly y: string
    readonly kid: string
  }
  /** JSON Web Key (RFC 7517) with `d`. */
  readonly privateKey: Readonly<Record<string, unknown>>
}

/** Makes a key for ES256 (P-256); its name is its thumbprint (RFC 7638). */
export function newClientKey(): NewClientKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' })
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url')
  const publicKey = { kty: 'EC', crv: 'P-256', x, y, kid } as const
  return { publicKey, privateKey: { ...publicKey, alg: 'ES256', use: 'sig', d } }
}
