import { calculateJwkThumbprint, importJWK, type JWK } from 'jose'

/** RFC 7638 thumbprint of a public ES256 key; null when the JWK is none. */
export async function thumbprintOf(jwk: JWK): Promise<string | null> {
  if (jwk.kty !== 'EC' || jwk.crv !== 'P-256' || jwk.d !== undefined) return null
  try {
    await importJWK(jwk, 'ES256')
    return await calculateJwkThumbprint(jwk)
  } catch {
    return null
  }
}
