import { Instant, OrganisationId, operation, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Why a record cannot be had: it has no answer in time, there is none at all, or one that cannot be believed. */
export const RecordFault = Type.Union([Type.Literal('late'), Type.Literal('dead'), Type.Literal('lying')])

/** The newest change of a situation's own record cannot be seen: whose record it is, why, and what follows. */
export const Silence = Type.Object({
  source: Text,
  fault: RecordFault,
  text: Text,
  /** Since when that is so. */
  since: Instant,
})
/** The newest change of a situation's own record cannot be seen. */
export type Silence = Static<typeof Silence>

/** A record that begins or moves a situation and that cannot be had, for those who run the platform. Nobody is named. */
export const SilentLook = Type.Object({
  look: Type.String(),
  kind: Type.String(),
  title: Text,
  contract: Type.String(),
  provider: OrganisationId,
  fault: RecordFault,
  /** How the exchange names it. */
  code: Type.String(),
  attempts: Type.Integer(),
  since: Instant,
  /** When it is asked for again; null: not by itself any more. */
  due: Type.Union([Instant, Type.Null()]),
})
/** A record that begins or moves a situation and that cannot be had. */
export type SilentLook = Static<typeof SilentLook>

/** There is no such look, or its record has been had meanwhile. */
export const lookNotFound = refusal('situations.look-not-found', 'not-found')

/** Lists records that cannot be had. */
export const listSilentLooks = operation({
  name: 'situations.list-silent-looks',
  does: 'Lists the records that begin or move situations and cannot be had: whose, why, since when, and when they are asked for again.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(SilentLook) }),
  permission: 'situations.look.read',
})

/** Asks for a record now. */
export const repeatLook = operation({
  name: 'situations.repeat-look',
  does: 'Asks at once for a record that could not be had; one that was given up is asked for thirty days more.',
  input: Type.Object({ organisation: OrganisationId, look: Type.String({ maxLength: 200 }) }),
  output: Type.Object({ look: Type.String() }),
  permission: 'situations.look.repair',
  refusals: [lookNotFound],
})
