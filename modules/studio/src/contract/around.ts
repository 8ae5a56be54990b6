import { OrganisationId, operation, Text } from '@tereze/operation'
import type { AroundRegulations } from '@tereze/regulation'
import { type Static, Type } from 'typebox'

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

const Thing = { value: Type.String(), title: Text }

/** What is published and may be named by files of a draft, with what it is called. */
export const Named = Type.Object({
  /** With the names of their decisions. */
  services: Type.Array(Type.Object({ ...Thing, decisions: Type.Array(Type.String()) })),
  /** By id and major version, with the notices that they send. */
  processes: Type.Array(Type.Object({ ...Thing, notices: Type.Array(Type.String()) })),
  purposes: Type.Array(Type.Object(Thing)),
  domains: Type.Array(Type.Object(Thing)),
  roles: Type.Array(Type.Object(Thing)),
  /** Kinds of files by the nomenclatures of jurisdictions. */
  kinds: Type.Array(Type.Object(Thing)),
})
/** What may be named by files of a draft. */
export type Named = Static<typeof Named>

/** What lies around drafts. */
export const getAround = operation({
  name: 'studio.get-around',
  does: 'Gives what packages may refer to: bodies, acts, contracts, registers, concepts, legal parameters, template regulations, and what else files name.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ around: Around, named: Named }),
  permission: 'studio.draft.read',
})
