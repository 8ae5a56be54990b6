import { OrganisationId, operation, Text } from '@tereze/operation'
import type { AroundRegulations } from '@tereze/regulation'
import { Type } from 'typebox'

/** What lies around drafts, as the editors of regulations take it: plain data of packages that are published. */
export const Around = Type.Unsafe<AroundRegulations>(
  Type.Object({
    /** Bodies, acts, contracts, registers, concepts, legal parameters, situations, jurisdictions. */
    surroundings: Type.Record(Type.String(), Type.Array(Type.Unknown())),
    /** What bodies (`org:…`) and acts (`<jurisdiction>/act:…`) are called. */
    names: Type.Record(Type.String(), Text),
    /** Template regulations that may be joined, every published version. */
    templates: Type.Array(Type.Record(Type.String(), Type.Unknown())),
  }),
)

/** What lies around drafts. */
export const getAround = operation({
  name: 'studio.get-around',
  does: 'Gives what packages may refer to: bodies, acts, contracts, registers, concepts, legal parameters, and template regulations.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ around: Around }),
  permission: 'studio.draft.read',
})
