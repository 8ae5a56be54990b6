import {
  AttachmentRef,
  answersInvalid,
  applicantUnfit,
  CaseId,
  serviceNotFound,
  stepRefused,
} from '@tereze/cases/contract'
import { Instant, OrganisationId, operation, PersonId, refusal, Text } from '@tereze/operation'
import { RecordId, RegisterId } from '@tereze/registers/contract'
import { type Static, Type } from 'typebox'

/** How a report stands: being looked into; the record was corrected; it stays as it is; the person took the report back. */
export const ReportState = Type.Union([
  Type.Literal('open'),
  Type.Literal('corrected'),
  Type.Literal('stays'),
  Type.Literal('withdrawn'),
])
/** How a report stands. */
export type ReportState = Static<typeof ReportState>

/** What a person reported of a fact. */
export const FactReport = Type.Object({
  organisation: OrganisationId,
  case: CaseId,
  number: Type.String(),
  at: Instant,
  state: ReportState,
})
/** What a person reported of a fact. */
export type FactReport = Static<typeof FactReport>

/** Where a fact stands: the register of its keeper, the record, and the place in it as JSON Pointer (RFC 6901). */
export const FactPlace = {
  organisation: OrganisationId,
  register: RegisterId,
  record: RecordId,
  pointer: Type.String({ pattern: '^(/([^~/]|~0|~1)+)+$', maxLength: 300 }),
}

/** A value of a fact that can be written down: the fact itself, or a part of a name or of an amount. */
export const FactPart = Type.Object({
  pointer: Type.String(),
  label: Text,
  value: Type.String(),
  /** What it may be, in words; absent where any text may be. */
  options: Type.Optional(Type.Array(Type.Object({ value: Type.String(), text: Text }))),
})
/** A value of a fact that can be written down. */
export type FactPart = Static<typeof FactPart>

/** There is no such fact about the person. */
export const factNotFound = refusal('profile.fact-not-found', 'not-found')
/** The keeper of the register takes no reports here. */
export const reportsNotTaken = refusal('profile.reports-not-taken', 'invalid')
/** The same fact was reported already and is being looked into. */
export const reportOpen = refusal('profile.report-open', 'conflict')
/** A value is given for a place that is no part of the fact. */
export const partUnknown = refusal('profile.part-unknown', 'invalid')

/** Most files with one report. */
export const mostReportFiles = 5

/** Reports an error in a fact. */
export const reportError = operation({
  name: 'profile.report-error',
  does: 'Reports an error in what a register says of the person: it becomes a case at the keeper of the register.',
  input: Type.Object({
    person: PersonId,
    ...FactPlace,
    /** What is wrong, in the person’s words. */
    text: Type.String({ minLength: 5, maxLength: 2000 }),
    /** How it should read, as far as the person knows; an empty value: there should be none. */
    changes: Type.Array(
      Type.Object({ pointer: Type.String({ maxLength: 300 }), value: Type.String({ maxLength: 500 }) }),
      {
        maxItems: 20,
      },
    ),
    /** What shows how it should read: files that the person brought to the keeper. */
    files: Type.Optional(Type.Array(AttachmentRef, { maxItems: mostReportFiles })),
  }),
  output: Type.Object({ case: CaseId, number: Type.String() }),
  permission: 'profile.error.report',
  scope: 'applications.write',
  refusals: [
    factNotFound,
    reportsNotTaken,
    reportOpen,
    partUnknown,
    serviceNotFound,
    applicantUnfit,
    answersInvalid,
    stepRefused,
  ],
})
