import { respond } from '@tereze/foundation-operations'
import { isRefused, type ProtocolReply } from '@tereze/operation'
import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { batchSize, giveCredential, issueCredential } from '../contract/index.ts'
import { allowedBy } from '../wallet-token.ts'
import { readJson, replyError, replyJson } from './reply-json.ts'

const Body = Type.Object({
  credential_configuration_id: Type.Optional(Type.String()),
  credential_identifier: Type.Optional(Type.String()),
  proofs: Type.Object({ jwt: Type.Array(Type.String(), { minItems: 1, maxItems: batchSize }) }),
})

/** Errors of the credential endpoint by refusal (OpenID4VCI 1.0, 8.3.1.2). */
const errorOf: Readonly<Record<string, string>> = {
  'credentials.proof-invalid': 'invalid_proof',
  'credentials.nonce-invalid': 'invalid_nonce',
  'credentials.type-unknown': 'unknown_credential_configuration',
  'credentials.document-unfit': 'credential_request_denied',
}

/** `type/document`, as the token response names what may be fetched; null when it is no such name. */
function readIdentifier(identifier: string): { type: string; document: string } | null {
  const [type = '', document = '', ...more] = identifier.split('/')
  return more.length > 0 || type === '' || !/^document_[0-9a-f-]{36}$/.test(document) ? null : { type, document }
}

const denied: ProtocolReply = {
  ...replyError(401, 'invalid_token'),
  headers: { ...replyError(401, 'invalid_token').headers, 'www-authenticate': 'Bearer error="invalid_token"' },
}

/** The credential endpoint. */
export const giveCredentialHandler = respond(giveCredential, async (request, context) => {
  const allowed = await allowedBy(request, context)
  if (allowed === null) return denied
  const body = readJson(request.body)
  if (!Check(Body, body)) return replyError(400, 'invalid_credential_request')
  const { credential_configuration_id: configuration, credential_identifier: identifier } = body
  if ((configuration === undefined) === (identifier === undefined)) return replyError(400, 'invalid_credential_request')
  const named = identifier === undefined ? null : readIdentifier(identifier)
  if (identifier !== undefined && named === null) return replyError(400, 'unknown_credential_identifier')
  const type = named?.type ?? configuration ?? ''
  if (!allowed.types.includes(type)) return replyError(403, 'insufficient_scope')
  const issued = await context.call(issueCredential, {
    organisation: request.params.organisation ?? '',
    person: allowed.person,
    type,
    document: named?.document ?? null,
    within: allowed.within === null ? null : [...allowed.within],
    proofs: body.proofs.jwt,
    client: allowed.client,
  })
  if (isRefused(issued)) {
    const error = errorOf[issued.code]
    return error === undefined ? issued : replyError(400, error)
  }
  return replyJson(200, {
    credentials: issued.credentials.map(credential => ({ credential })),
    notification_id: issued.notification,
  })
})
