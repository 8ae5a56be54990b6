import { Instant, OrganisationId, operation } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Colleague, DraftId, draftNotFound } from './draft.ts'

/** Seconds for which somebody counts as present after they said so. */
export const presenceSeconds = 45

/** Somebody who has a draft open. */
export const Presence = Type.Object({
  who: Colleague,
  /** The file that they look at; null: none. */
  path: Type.Union([Type.String(), Type.Null()]),
  since: Instant,
})
/** Somebody who has a draft open. */
export type Presence = Static<typeof Presence>

/** Tells that one is here. */
export const tellPresence = operation({
  name: 'studio.tell-presence',
  does: 'Tells that somebody has a working copy open, and gives who else has.',
  input: Type.Object({
    organisation: OrganisationId,
    draft: DraftId,
    /** The file that is looked at; null: none. */
    path: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]),
    /** Whether one leaves. */
    leaves: Type.Optional(Type.Boolean()),
  }),
  output: Type.Object({
    here: Type.Array(Presence),
    /** The newest revision: another than one's own says that somebody saved. */
    revision: Type.Integer(),
  }),
  permission: 'studio.draft.read',
  refusals: [draftNotFound],
})
