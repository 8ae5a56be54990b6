import { packages } from '@tereze/catalogue/contract'
import { keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { reveal, splitCompact } from '@tereze/sd-jwt'
import { decodeJwt, errors } from 'jose'
import { type Static, Type } from 'typebox'
import { Check } from 'typebox/value'
import { addresses, organisationAt } from './addresses.ts'
import { checkHolder, type HolderQuestion } from './check-holder.ts'
import type { CheckedCredential, CredentialFault, ShownClaim } from './contract/index.ts'
import { hashText } from './hash.ts'
import { place } from './ports/place.ts'
import { valueAt } from './rules/claim-paths.ts'
import { type CredentialType, findType } from './rules/credential-types.ts'
import { credentialType } from './rules/jwt-types.ts'
import { findAtPlace } from './store/credentials.ts'

const Payload = Type.Object({
  iss: Type.String(),
  vct: Type.String(),
  iat: Type.Integer(),
  exp: Type.Integer(),
  nbf: Type.Optional(Type.Integer()),
  cnf: Type.Object({
    jwk: Type.Object({ kty: Type.String(), crv: Type.String(), x: Type.String(), y: Type.String() }),
  }),
  status: Type.Object({
    status_list: Type.Object({ idx: Type.Integer({ minimum: 0 }), uri: Type.String() }),
  }),
})
type Payload = Static<typeof Payload>

/** Nothing is told of a credential that nobody vouches for. */
const untold: CheckedCredential = {
  fault: 'malformed',
  organisation: null,
  type: null,
  title: null,
  issuedAt: null,
  expiresAt: null,
  revokedAt: null,
  claims: [],
}

const fault = (found: CredentialFault): CheckedCredential => ({ ...untold, fault: found })

function issuerOf(jwt: string): string | null {
  try {
    const { iss } = decodeJwt(jwt)
    return iss ?? null
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}

function claimsOf(type: CredentialType, claims: unknown): ShownClaim[] {
  return type.claims.flatMap(({ path, label }) => {
    const value = valueAt(claims, path)
    return value === undefined ? [] : [{ path: [...path], label, value }]
  })
}

async function revokedAtOf(
  payload: Payload,
  organisation: string,
  context: Context,
): Promise<string | null | 'unknown'> {
  const { idx, uri } = payload.status.status_list
  const { origin } = context.port(place)
  const list = Number(uri.split('/').at(-1))
  if (!Number.isInteger(list) || uri !== addresses.status(origin, organisation, list)) return 'unknown'
  const row = await findAtPlace(context.tx, { tenant: organisation, list, place: idx })
  if (row === null) return 'unknown'
  context.concerns([row.person])
  return row.revokedAt
}

/**
 * Checks a credential: form, issuer, signature, disclosures, term, status and, where a question is given, that the holder of its key answers
 * this very question. What it says is told only when its issuer signed it.
 */
export async function checkCredential(
  text: string,
  question: HolderQuestion | null,
  context: Context,
): Promise<CheckedCredential> {
  const parts = splitCompact(text)
  if (parts === null) return fault('malformed')
  const iss = issuerOf(parts.jwt)
  if (iss === null) return fault('malformed')
  const { origin } = context.port(place)
  const organisation = organisationAt(iss, origin)
  if (organisation === null || iss !== addresses.issuer(origin, organisation)) return fault('issuer-unknown')
  const signed = await context.port(keyring).verify(context.tx, organisation, parts.jwt, credentialType)
  if (signed === null) return fault('signature-broken')
  const payload: unknown = JSON.parse(signed)
  if (!Check(Payload, payload)) return fault('malformed')
  const revealed = reveal(payload, parts.disclosures, hashText)
  if ('fault' in revealed) return fault('disclosure-broken')
  const type = findType(context.port(packages), organisation, payload.vct.split('/').at(-1) ?? '')
  if (type === null || payload.vct !== addresses.type(origin, organisation, type.id)) return fault('issuer-unknown')
  const revokedAt = await revokedAtOf(payload, organisation, context)
  const seconds = context.now.getTime() / 1000
  const told: CheckedCredential = {
    fault: null,
    organisation,
    type: type.id,
    title: type.title,
    issuedAt: new Date(payload.iat * 1000).toISOString(),
    expiresAt: new Date(payload.exp * 1000).toISOString(),
    revokedAt: revokedAt === 'unknown' ? null : revokedAt,
    claims: claimsOf(type, revealed.claims),
  }
  if (revokedAt === 'unknown') return { ...told, fault: 'signature-broken', claims: [] }
  if (revokedAt !== null) return { ...told, fault: 'revoked' }
  if (payload.exp <= seconds || (payload.nbf ?? 0) > seconds) return { ...told, fault: 'expired' }
  if (question === null) return told
  return { ...told, fault: await checkHolder(parts, payload.cnf.jwk, question, context.now) }
}
