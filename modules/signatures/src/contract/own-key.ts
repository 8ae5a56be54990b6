import { Instant, operation, refusal, Text } from '@tereze/operation'
import { Type } from 'typebox'
import { SignedBy, StatementId } from './statement.ts'

/** The account has no certificate that is in force. */
export const ownKeyMissing = refusal('signatures.own-key-missing', 'not-found')

const sign = 'signatures.statement.sign'

/** What the caller signed, and the certificate of the key that is kept for them. */
export const listSigned = operation({
  name: 'signatures.list-signed',
  does: 'Lists what the caller signed, the newest first, and tells of the certificate of the key that is kept for them.',
  kind: 'query',
  input: Type.Object({}),
  output: Type.Object({
    /** A hundred at most. */
    items: Type.Array(Type.Object({ statement: StatementId, title: Text, signed: SignedBy })),
    /** Null before the first signature by passkey, and after the certificate was revoked. */
    key: Type.Union([Type.Object({ serial: Type.String(), until: Instant }), Type.Null()]),
  }),
  permission: sign,
  scope: 'signatures',
})

/** Revokes the certificate of the caller's key. */
export const revokeOwnKey = operation({
  name: 'signatures.revoke-own-key',
  does: 'Revokes the certificate of the key that is kept for the caller; the next signature by passkey makes another key.',
  input: Type.Object({}),
  output: Type.Object({ serial: Type.String(), revokedAt: Instant }),
  permission: sign,
  scope: 'signatures',
  assurance: 'substantial',
  refusals: [ownKeyMissing],
})
