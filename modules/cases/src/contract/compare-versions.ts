import { Instant, OrganisationId, operation } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** How the cases of a version of a service went. */
export const VersionFigures = Type.Object({
  version: Type.String(),
  cases: Type.Integer(),
  ended: Type.Integer(),
  /** Median from opening to end, days by the clock; null where none has ended. */
  medianDays: Type.Union([Type.Number(), Type.Null()]),
  decided: Type.Integer(),
  refused: Type.Integer(),
  /** Of which the process or its work in the background failed, mended or not. */
  faulty: Type.Integer(),
  /** Of which the decision was appealed against. */
  appealed: Type.Integer(),
  rated: Type.Integer(),
  /** Mean of 1 to 5; null where nobody rated. */
  rating: Type.Union([Type.Number(), Type.Null()]),
})
/** How the cases of a version of a service went. */
export type VersionFigures = Static<typeof VersionFigures>

/** Puts versions of a service beside each other. */
export const compareVersionsInUse = operation({
  name: 'cases.compare-versions-in-use',
  does: 'Tells how the cases of versions of a service went that were opened since a moment; no case is shown.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    service: Type.String({ maxLength: 80 }),
    versions: Type.Array(Type.String({ maxLength: 20 }), { minItems: 1, maxItems: 10 }),
    since: Instant,
  }),
  /** In the order asked; a version without cases has none of everything. */
  output: Type.Object({ items: Type.Array(VersionFigures) }),
  permission: 'cases.case.tally',
})
