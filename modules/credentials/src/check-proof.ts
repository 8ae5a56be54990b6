import { calculateJwkThumbprint, EmbeddedJWK, errors, type JWK, jwtVerify } from 'jose'
import { nonceLife } from './rules/nonce.ts'

/** `typ` of a proof of a wallet's key (OpenID4VCI 1.0, appendix F.1). */
const proofType = 'openid4vci-proof+jwt'

/** A key that a wallet proved. */
export interface ProvenKey {
  /** Public, P-256, nothing else of it. */
  readonly jwk: JWK
  readonly thumbprint: string
  readonly nonce: string
}

/** What a proof has to be about. */
export interface ProofSubject {
  readonly issuer: string
  /** The application that the token was given to; null: one that did not name itself. */
  readonly client: string | null
  readonly now: Date
}

/** Checks the proof of a key but for its nonce; null when it does not hold. */
export async function checkProof(proof: string, about: ProofSubject): Promise<ProvenKey | null> {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: proofType,
      algorithms: ['ES256'],
      audience: about.issuer,
      maxTokenAge: nonceLife,
      clockTolerance: 30,
      requiredClaims: ['iat', 'nonce'],
      currentDate: about.now,
    })
    if (payload.iss !== undefined && payload.iss !== about.client) return null
    const { kty, crv, x, y } = protectedHeader.jwk ?? {}
    if (typeof payload.nonce !== 'string') return null
    const jwk = { kty, crv, x, y } as JWK
    return { jwk, thumbprint: await calculateJwkThumbprint(jwk), nonce: payload.nonce }
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null
    throw error
  }
}
