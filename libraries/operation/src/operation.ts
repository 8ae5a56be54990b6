import { type Static, type TSchema, Type } from 'typebox'
import type { Assurance } from './actor.ts'
import type { EventDefinition } from './event.ts'
import type { RefusalDefinition, Refused } from './refusal.ts'
import type { SignatureKind } from './signature.ts'

/**
 * `query` reads, `command` writes. Both are `POST /v1/{module}/{operation}`, a query also `GET`.
 * What speaks another protocol (pages, OpenID Connect, uploads) is declared with `protocol`.
 */
export type OperationKind = 'query' | 'command'

/** `local` effects stay in the transaction, so the operation may be called inside another's; `external` ones do not. */
export type OperationEffects = 'local' | 'external'

/** One thing the platform can do, declared once: route, API document, client call, permission, audit line, standard tests. */
export interface Operation<
  Input extends TSchema = TSchema,
  Output extends TSchema = TSchema,
  Code extends string = string,
> {
  readonly name: string
  readonly module: string
  readonly verb: string
  readonly does: string
  readonly kind: OperationKind
  readonly input: Input
  readonly output: Output
  /** `module.noun.action`, looked up by the access policy. */
  readonly permission: string
  readonly refusals: readonly RefusalDefinition<Code>[]
  readonly emits: readonly EventDefinition[]
  readonly effects: OperationEffects
  /** The event or law-relevant purpose written to the audit line; defaults to the permission. */
  readonly purpose: string
  /** Its reply tells only that the work has begun (HTTP 202); another operation shows how far it is. */
  readonly accepted: boolean
  /** Largest request body in bytes, where it is not the usual one: for what carries a whole file. */
  readonly limit?: number
  /** How surely people and officials have to have proven who they are; any sign-in will do unless told. */
  readonly assurance?: Assurance
  /** The kind of electronic signature with which people and officials have to have signed what they want done; none unless told. */
  readonly signature?: SignatureKind
  /**
   * The scope that opens it to an application in a person’s name (RFC 6749, 3.3), or `openScope`; without one a person does it only
   * themselves.
   */
  readonly scope?: string
}

/** Input of an operation. */
export type InputOf<O extends Operation> = Static<O['input']>
/** Output of an operation. */
export type OutputOf<O extends Operation> = Static<O['output']>
/** Codes of the refusals that an operation declares. */
export type CodeOf<O extends Operation> = O['refusals'][number]['code']
/** What an operation gives: its output or one of its declared refusals. */
export type Outcome<O extends Operation> = OutputOf<O> | Refused<CodeOf<O>>

const namePattern = /^[a-z][a-z0-9-]*\.[a-z]+(-[a-z0-9]+)+$/
const permissionPattern = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/

/**
 * Declares an operation `module.verb-noun`.
 * @throws Error when the name or permission is not in the house's form.
 */
export function operation<
  Input extends TSchema,
  Output extends TSchema,
  const Refusals extends readonly RefusalDefinition[],
>(definition: {
  name: string
  does: string
  kind?: OperationKind
  input: Input
  output: Output
  permission: string
  refusals?: Refusals
  emits?: readonly EventDefinition[]
  effects?: OperationEffects
  purpose?: string
  accepted?: boolean
  limit?: number
  assurance?: Assurance
  signature?: SignatureKind
  scope?: string
}): Operation<Input, Output, Refusals[number]['code']> {
  if (!namePattern.test(definition.name)) throw new Error(`operation name "${definition.name}" is not module.verb-noun`)
  if (!permissionPattern.test(definition.permission)) {
    throw new Error(`permission "${definition.permission}" is not module.noun.action`)
  }
  const [module = '', verb = ''] = definition.name.split('.')
  return Object.freeze({
    kind: 'command',
    emits: [],
    effects: 'local',
    purpose: definition.permission,
    accepted: false,
    ...definition,
    module,
    verb,
    refusals: (definition.refusals ?? []) as readonly RefusalDefinition<Refusals[number]['code']>[],
  })
}

/** A keyset page: no totals, `next` is an opaque cursor or null at the end. */
export function page<Item extends TSchema>(item: Item) {
  return Type.Object({ items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()]) })
}

/** The paging part of a list query's input. */
export const PageInput = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
/** The paging part of a list query's input. */
export type PageInput = Static<typeof PageInput>
