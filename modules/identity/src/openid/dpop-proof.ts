import { createHash } from 'node:crypto'
import { calculateJwkThumbprint, EmbeddedJWK, errors, jwtVerify } from 'jose'

/** Longest age of a proof, seconds. */
export const proofLife = 60

/** What a proof has to be about. */
export interface ProofSubject {
  readonly method: string
  /** The address asked, without what follows a `?` or `#`. */
  readonly url: string
  /** The access token that comes with the proof; null at the token endpoint. */
  readonly token: string | null
  /** Now; the machine's clock unless told. */
  readonly now?: Date
}

/** A proof that holds: whose key made it, and under which id, which may come once. */
export interface HeldProof {
  /** SHA-256 thumbprint of the key (RFC 7638). */
  readonly thumbprint: string
  readonly id: string
}

function addressOf(text: unknown): string | null {
  const url = typeof text === 'string' ? URL.parse(text) : null
  return url === null ? null : `${url.origin}${url.pathname}`
}

/** Checks a DPoP proof (RFC 9449 §4.3) but for its having come before; null when it does not hold. */
export async function checkDpopProof(proof: string, about: ProofSubject): Promise<HeldProof | null> {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ['ES256', 'EdDSA', 'Ed25519'],
      maxTokenAge: proofLife,
      clockTolerance: 5,
      requiredClaims: ['jti', 'iat', 'htm', 'htu'],
      ...(about.now === undefined ? {} : { currentDate: about.now }),
    })
    if (payload.htm !== about.method || addressOf(payload.htu) !== addressOf(about.url)) return null
    if (about.token !== null && payload.ath !== createHash('sha256').update(about.token).digest('base64url'))
      return null
    const { jwk } = protectedHeader
    if (jwk === undefined || typeof payload.jti !== 'string' || payload.jti === '') return null
    return { thumbprint: await calculateJwkThumbprint(jwk), id: payload.jti }
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null
    throw error
  }
}
