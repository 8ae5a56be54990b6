import type { Static, TSchema } from 'typebox'

/**
 * A declared event: a fact that happened, thin (ids and versions, no personal data), CloudEvents 1.0 `type`.
 * A new shape is a new version; released versions are frozen and replayed in tests for ever.
 */
export interface EventDefinition<Type extends string = string, Data extends TSchema = TSchema> {
  readonly type: Type
  readonly version: number
  readonly does: string
  readonly data: Data
}

/** An event as a subscriber receives it (CloudEvents 1.0 attributes under the platform's names). */
export interface EventEnvelope<Data = unknown> {
  readonly id: string
  readonly type: string
  readonly version: number
  /** The organisation whose transaction it was. */
  readonly tenant: string
  /** What it is about; order is promised per subject. */
  readonly subject: string
  /** Place in the one order of all committed events; assigned after commit. */
  readonly position: number
  readonly time: string
  readonly actor: string
  readonly onBehalfOf: string | null
  readonly ground: string | null
  readonly correlation: string
  readonly causation: string | null
  readonly data: Data
}

/** The data of a declared event. */
export type EventData<E extends EventDefinition> = Static<E['data']>

const typePattern = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/

/**
 * Declares an event `module.noun-verbed`.
 * @throws Error when the type is not of that form.
 */
export function event<const Type extends string, Data extends TSchema>(definition: {
  type: Type
  version?: number
  does: string
  data: Data
}): EventDefinition<Type, Data> {
  if (!typePattern.test(definition.type)) throw new Error(`event type "${definition.type}" is not module.noun-verbed`)
  return Object.freeze({ version: 1, ...definition })
}
