import { WitnessStanding } from '@tereze/audit/contract'
import { Instant, OrganisationId, openScope, operation, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'

const Direction = Type.Union([Type.Literal('sent'), Type.Literal('received')])
const Hash = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', description: 'SHA-256 in base64url' })

/** What a leaf of the message log is computed from. It names nobody: who holds the message knows it by its hash. */
export const LogEntry = Type.Object({
  direction: Direction,
  message: Type.String({ format: 'uuid' }),
  /** SHA-256 of the compact JWS of the message. */
  messageHash: Hash,
  /** SHA-256 of the compact JWS of the reply; null where there is none. */
  replyHash: Type.Union([Hash, Type.Null()]),
  outcome: Type.String(),
  at: Instant,
})
/** What a leaf of the message log is computed from. */
export type LogEntry = Static<typeof LogEntry>

/** The log has no such message, or not yet. */
export const entryNotFound = refusal('exchange.entry-not-found', 'not-found')
/** The organisation has no such message. */
export const messageNotFound = refusal('exchange.message-not-found', 'not-found')
/** The body cannot be read any more: the key of the person it is about was erased. */
export const messageErased = refusal('exchange.message-erased', 'gone')

/** Proof that a message stands in the log of an organisation. */
export const getMessageProof = operation({
  name: 'exchange.get-message-proof',
  does: 'Proves that a message stands in the log of an organisation (RFC 6962 inclusion proof) against a signed, time-stamped checkpoint; whoever holds the message may ask.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    message: Type.String({ format: 'uuid' }),
    /** SHA-256 of the compact JWS of the message or of its reply: proof that the asker holds it. */
    hash: Hash,
  }),
  output: Type.Object({
    entry: LogEntry,
    index: Type.Integer({ minimum: 0 }),
    leaf: Type.String({ description: 'Leaf hash, base64' }),
    proof: Type.Array(Type.String()),
    checkpoint: Type.String({
      description: 'Signed checkpoint text (C2SP tlog-checkpoint) with the line “time <instant>”',
    }),
    /** The same leaf under the checkpoint that most witnesses cosigned; null where nobody did yet. */
    cosigned: Type.Union([
      Type.Object({
        size: Type.Integer({ minimum: 1 }),
        proof: Type.Array(Type.String()),
        /** With the lines of the witnesses (C2SP tlog-cosignature). */
        checkpoint: Type.String(),
        witnesses: Type.Array(Type.String(), { minItems: 1 }),
      }),
      Type.Null(),
    ]),
  }),
  permission: 'exchange.proof.read',
  scope: openScope,
  refusals: [entryNotFound],
})

/** Where a message of one's own log stands in it. */
export const proveEntry = operation({
  name: 'exchange.prove-entry',
  does: 'Proves to whoever may read the log of an organisation that a message of it stands in its Merkle log, against a signed, time-stamped checkpoint.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    message: Type.String({ format: 'uuid' }),
    direction: Direction,
  }),
  output: Type.Object({
    ...getMessageProof.output.properties,
    /** Leaves that the checkpoint signs. */
    size: Type.Integer({ minimum: 1 }),
    /** When it was signed: the time-stamp of the message. */
    time: Instant,
  }),
  permission: 'exchange.log.read',
  refusals: [entryNotFound],
})

/** The log of an organisation's messages and its witnesses. */
export const getMessageLogState = operation({
  name: 'exchange.get-message-log-state',
  does: 'Gives the size of the log of an organisation’s messages, its keys and how it stands with its witnesses.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({
    /** Name of the log, e.g. `services.example/civil-registry/exchange-log`. */
    origin: Type.String(),
    size: Type.Integer({ minimum: 0 }),
    /** Verifier keys, newest first (C2SP signed-note): what a witness is given. */
    keys: Type.Array(Type.String()),
    witnesses: Type.Array(WitnessStanding),
  }),
  permission: 'exchange.log.read',
})

/** A message with what was said in it. */
export const readMessage = operation({
  name: 'exchange.read-message',
  does: 'Opens a message of the log with its reply, for somebody whose office it is; the reason is written to the audit.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    message: Type.String({ format: 'uuid' }),
    direction: Direction,
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  }),
  output: Type.Object({
    /** Compact JWS of the message as it was signed. */
    message: Type.String(),
    /** Compact JWS of the reply; null where there is none. */
    reply: Type.Union([Type.String(), Type.Null()]),
    /** What the message said. */
    said: Type.Unknown(),
    /** What the reply said; null where there is none. */
    answered: Type.Unknown(),
    /** Whether both are byte by byte what the log has the hashes of. */
    intact: Type.Boolean(),
  }),
  permission: 'exchange.message.read',
  refusals: [messageNotFound, messageErased],
})
