import { OrganisationId, operation } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** By what decided cases are counted; `month` is that of the decision in the organisation's zone. */
export const CaseTallyColumn = Type.Union([
  Type.Literal('service'),
  Type.Literal('channel'),
  Type.Literal('outcome'),
  Type.Literal('month'),
])
/** By what decided cases are counted. */
export type CaseTallyColumn = Static<typeof CaseTallyColumn>

/** Counts decided cases. */
export const tallyCases = operation({
  name: 'cases.tally-cases',
  does: 'Counts the decided cases of an organisation, with the days from application to decision; no case is shown.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, by: Type.Array(CaseTallyColumn, { maxItems: 4 }) }),
  output: Type.Object({
    groups: Type.Array(
      Type.Object({
        codes: Type.Array(Type.String()),
        count: Type.Integer(),
        /** Days from application to decision, summed up; `largest` is the longest. */
        sum: Type.Number(),
        largest: Type.Number(),
      }),
    ),
  }),
  permission: 'cases.case.tally',
})
