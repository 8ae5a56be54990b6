import { type Evaluate, fillTemplate } from '@tereze/template'
import { nest } from './claim-paths.ts'
import type { CredentialType } from './credential-types.ts'

/** Names that belong to the format and to no type (SD-JWT VC, 2.2.2.2). */
export const registeredClaims: readonly string[] = [
  'iss',
  'iat',
  'nbf',
  'exp',
  'cnf',
  'vct',
  'vct#integrity',
  'status',
  'sub',
  '_sd',
  '_sd_alg',
  '...',
]

/** What a credential says besides what belongs to the format, and which of it the person discloses claim by claim. */
export interface ComposedCredential {
  readonly claims: Readonly<Record<string, unknown>>
  readonly concealed: readonly (readonly string[])[]
}

/** Evaluates the claims of a type over the signed data of a document. A claim that has no value there is left out. */
export function composeCredential(type: CredentialType, evaluate: Evaluate): ComposedCredential {
  const said = type.claims
    .map(claim => ({ ...claim, value: fillTemplate(claim.value, evaluate) }))
    .filter(claim => claim.value !== null && claim.value !== undefined && claim.value !== '')
  return { claims: nest(said), concealed: said.filter(claim => claim.always !== true).map(claim => claim.path) }
}
