import { LocalDate, OrganisationId, operation } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { accessNotGranted, columnNotGranted, Under } from './access.ts'
import { Criterion, columnNotFound, criterionInvalid, RegisterId, registerNotFound } from './record.ts'

/** How much of a date a group keeps: `2026-03-14`, `2026-03`, `2026-Q1`, `2026`. */
export const TallyGrain = Type.Union([
  Type.Literal('day'),
  Type.Literal('month'),
  Type.Literal('quarter'),
  Type.Literal('year'),
])
/** How much of a date a group keeps. */
export type TallyGrain = Static<typeof TallyGrain>

/** What is counted together. */
export const TallyGroup = Type.Object({
  /** The value of each column as text, in the order asked for; empty where the records hold none. */
  codes: Type.Array(Type.String()),
  count: Type.Integer(),
  /** Sum of the column that is summed up; null without one. */
  sum: Type.Union([Type.Number(), Type.Null()]),
  /** The largest single contribution to the sum. */
  largest: Type.Union([Type.Number(), Type.Null()]),
})
/** What is counted together. */
export type TallyGroup = Static<typeof TallyGroup>

/** Most groups that are counted at once. */
export const mostGroups = 100_000

/** Counts records by columns. */
export const tallyRecords = operation({
  name: 'registers.tally-records',
  does: 'Counts the records of a register by projected columns; no record leaves the register.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    where: Type.Record(Type.String(), Criterion),
    by: Type.Array(Type.Object({ column: Type.String(), grain: Type.Optional(TallyGrain) }), { maxItems: 6 }),
    /** A column of numbers that is summed up. */
    sum: Type.Optional(Type.String()),
    /** Only records whose date in a column is before a day. */
    before: Type.Optional(Type.Object({ column: Type.String(), date: LocalDate })),
    under: Under,
  }),
  output: Type.Object({ groups: Type.Array(TallyGroup) }),
  permission: 'registers.record.tally',
  refusals: [registerNotFound, accessNotGranted, columnNotFound, columnNotGranted, criterionInvalid],
})
