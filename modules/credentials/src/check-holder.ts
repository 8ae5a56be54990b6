import { type CompactParts, joinCompact } from '@tereze/sd-jwt'
import { errors, importJWK, type JWK, jwtVerify } from 'jose'
import { hashText } from './hash.ts'
import { keyBindingType } from './rules/jwt-types.ts'

/** The question that a holder's proof has to be about. */
export interface HolderQuestion {
  /** Identifier of whoever asked. */
  readonly audience: string
  readonly nonce: string
}

/** Oldest proof that is taken, seconds. */
const proofLife = 600

/** Checks that the holder of a credential's key answers this very question (RFC 9901, 7.3); null when so. */
export async function checkHolder(
  parts: CompactParts,
  jwk: JWK,
  question: HolderQuestion,
  now: Date,
): Promise<'holder-unproven' | 'proof-mismatched' | null> {
  if (parts.keyBinding === null) return 'holder-unproven'
  try {
    const { payload } = await jwtVerify(parts.keyBinding, await importJWK(jwk, 'ES256'), {
      typ: keyBindingType,
      algorithms: ['ES256'],
      audience: question.audience,
      maxTokenAge: proofLife,
      clockTolerance: 30,
      requiredClaims: ['iat', 'nonce', 'sd_hash'],
      currentDate: now,
    })
    const heard = payload.nonce === question.nonce
    const whole = payload.sd_hash === hashText(joinCompact({ ...parts, keyBinding: null }))
    return heard && whole ? null : 'proof-mismatched'
  } catch (error) {
    if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired)
      return error.claim === 'typ' ? 'holder-unproven' : 'proof-mismatched'
    if (error instanceof errors.JOSEError || error instanceof TypeError) return 'holder-unproven'
    throw error
  }
}
