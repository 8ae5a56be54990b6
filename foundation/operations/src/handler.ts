import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Tx } from '@tereze/foundation-database'
import type {
  Actor,
  CodeOf,
  EventData,
  EventDefinition,
  InputOf,
  Operation,
  Outcome,
  OutputOf,
  Port,
  Protocol,
  ProtocolReply,
  ProtocolRequest,
  Refused,
} from '@tereze/operation'
import type { Ids } from './ids.ts'

/** What every piece of running code gets besides its input: who, when, ids, ports. */
export interface Surroundings {
  readonly actor: Actor
  readonly now: Date
  readonly ids: Ids
  /** Ties together all that follows from one request or event. */
  readonly correlation: string
  /** The request or event that caused this. */
  readonly causation: string | null
  /** The implementation bound to a port. */
  port<Implementation>(port: Port<Implementation>): Implementation
}

/** How a handler reads and writes. In a query the transaction is read-only: the database refuses a write. */
export interface Context extends Surroundings {
  readonly tx: Tx
  /** Announces a declared event; it commits with the state. */
  emit<E extends EventDefinition>(
    definition: E,
    about: { subject: string; data: EventData<E>; onBehalfOf?: string; ground?: string },
  ): Promise<void>
  /** Calls an operation with local effects inside this transaction, as this actor. */
  call<O extends Operation>(definition: O, input: InputOf<O>): Promise<Outcome<O>>
  /**
   * Whether this actor may do an operation in the organisation of the transaction, as the access policy says: for telling screens what
   * to offer. It spares no check: the operation is decided on when it is asked for.
   */
  may(definition: Operation): Promise<boolean>
  /** Names the persons an access is about, for the audit line. */
  concerns(subjects: readonly string[], fields?: readonly string[]): void
}

/** How a command over much is divided: each part has a transaction, an audit line and a place under the idempotency key of its own. */
export interface Parts<O extends Operation> {
  /** Inputs of the parts, in order; one at least. */
  readonly split: (input: InputOf<O>) => readonly InputOf<O>[]
  /** The output of the whole. */
  readonly join: (outputs: readonly OutputOf<O>[]) => OutputOf<O>
}

/** A running operation: definition, whose data it writes, what it does. */
export interface Handler<O extends Operation = Operation> {
  readonly definition: O
  /** The organisation whose rows it writes or is about; the audit line belongs to it. */
  readonly tenant: (input: InputOf<O>, actor: Actor) => string
  readonly run: (input: InputOf<O>, context: Context) => Promise<Outcome<O>>
  /** Absent: one transaction does all. A part that is refused ends the work; what parts before it did stays. */
  readonly parts?: Parts<O>
}

/** Binds code to an operation's definition. */
export function handle<O extends Operation>(
  definition: O,
  handler: {
    tenant: (input: InputOf<O>, actor: Actor) => string
    run: (input: InputOf<O>, context: Context) => Promise<Outcome<O>>
    parts?: Parts<O>
  },
): Handler<O> {
  return Object.freeze({ definition, ...handler })
}

/** What a protocol operation may use: calling operations as its actor. */
export interface ProtocolContext extends Surroundings {
  /** Calls any operation, in a transaction of its own. */
  call<O extends Operation>(
    definition: O,
    input: InputOf<O>,
    options?: { actor?: Actor; idempotencyKey?: string },
  ): Promise<Outcome<O> | Refused>
  readonly origin: string
}

/** A running protocol operation. */
export interface ProtocolHandler {
  readonly definition: Protocol
  readonly respond: (request: ProtocolRequest, context: ProtocolContext) => Promise<ProtocolReply | Refused>
}

/** Binds code to a protocol operation's definition. */
export function respond(
  definition: Protocol,
  respondTo: (request: ProtocolRequest, context: ProtocolContext) => Promise<ProtocolReply | Refused>,
): ProtocolHandler {
  return Object.freeze({ definition, respond: respondTo })
}

/**
 * A protocol operation that takes the request from Node itself, for a library that speaks a whole protocol of its own
 * (OpenID Connect). It authenticates by its protocol; a body that was read already stands in `request.body`.
 */
export interface RawProtocolHandler {
  readonly definition: Protocol
  readonly raw: (request: IncomingMessage, response: ServerResponse, surroundings: Surroundings) => Promise<void>
}

/** Binds code that speaks to Node itself to a protocol operation's definition. */
export function respondRaw(
  definition: Protocol,
  raw: (request: IncomingMessage, response: ServerResponse, surroundings: Surroundings) => Promise<void>,
): RawProtocolHandler {
  return Object.freeze({ definition, raw })
}

/** Codes a handler may return. */
export type HandlerCode<H> = H extends Handler<infer O> ? CodeOf<O> : never
