import { OfficialId } from '@tereze/identity/contract'
import {
  event,
  Instant,
  LocalDate,
  OrganisationId,
  operation,
  PersonId,
  PersonName,
  refusal,
  Text,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { alreadySuspended, groundUnknown, suspensionOrdered } from './acts-of-officials.ts'
import { AttachmentRef } from './attachment.ts'
import { caseChanged, caseNotFound, ownCase, statusUnfit, stepRefused, taskNotFound, taskTaken } from './case.ts'
import { CaseId } from './case-id.ts'
import { dateUnfit } from './handing.ts'

/** Something that an official asked the applicant, and what was answered. */
export const InformationRequest = Type.Object({
  /** What is asked, as it was written. */
  text: Type.String(),
  /** Fields of the service's forms that the applicant was asked to fill in or correct. */
  fields: Type.Array(Type.Object({ pointer: Type.String(), label: Text })),
  by: Type.Object({ official: OfficialId, name: Type.Union([PersonName, Type.Null()]) }),
  at: Instant,
  /** The last local date for an answer. */
  until: LocalDate,
  state: Type.Union([Type.Literal('open'), Type.Literal('answered'), Type.Literal('unanswered')]),
  answeredAt: Type.Union([Instant, Type.Null()]),
  /** The answer in the applicant's words; values went into the fields. */
  answer: Type.Union([Type.String(), Type.Null()]),
  /** Files that came with the answer; absent: none. */
  files: Type.Optional(Type.Array(AttachmentRef)),
})
/** Something that an official asked the applicant. */
export type InformationRequest = Static<typeof InformationRequest>

/** The applicant has been asked something that is not answered yet. */
export const requestOpen = refusal('cases.request-open', 'conflict')
/** The service's forms ask no such field of the applicant. */
export const fieldUnknown = refusal('cases.field-unknown', 'invalid')

/** An official asked the applicant for information. */
export const informationRequested = event({
  type: 'cases.information-requested',
  does: 'An official asked the applicant for information that the case needs.',
  data: Type.Object({ case: CaseId, service: Type.String(), person: PersonId, until: LocalDate }),
})
/** The time for an answer has ended: by the answer, or without one. */
export const informationSettled = event({
  type: 'cases.information-settled',
  does: 'The applicant answered what an official asked, or the time for it ran out.',
  data: Type.Object({ case: CaseId, service: Type.String(), person: PersonId, answered: Type.Boolean() }),
})

/** Asks the applicant for information. */
export const requestInformation = operation({
  name: 'cases.request-information',
  does: 'Asks the applicant for information beside the process: a question, fields of the form, a last date. On a ground of suspension the term stands still until the answer. The person is told.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    /** The official's own task for which it is needed. */
    task: Type.String(),
    text: Type.String({ minLength: 5, maxLength: 4000 }),
    /** Pointers of fields that the service's forms ask of the applicant, documents included. */
    fields: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 30 })),
    /** From tomorrow until 90 days later; ten working days when it is not given. With a suspension: that of the ground, never given. */
    until: Type.Optional(LocalDate),
    /** Id of a ground of suspension that ends by an answer: the term of the case stands still until the applicant answers. */
    suspend: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  }),
  output: Type.Object({ case: CaseId, until: LocalDate }),
  permission: 'cases.information.request',
  refusals: [
    caseNotFound,
    taskNotFound,
    taskTaken,
    ownCase,
    statusUnfit,
    requestOpen,
    fieldUnknown,
    dateUnfit,
    groundUnknown,
    alreadySuspended,
    stepRefused,
  ],
  emits: [caseChanged, informationRequested, suspensionOrdered],
})

/** The fields that may be asked. */
export const listAskableFields = operation({
  name: 'cases.list-askable-fields',
  does: 'Lists the fields of a case’s forms that an official may ask the applicant to fill in again, with the documents.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId }),
  output: Type.Object({
    items: Type.Array(
      Type.Object({ pointer: Type.String(), label: Text, document: Type.Boolean(), filled: Type.Boolean() }),
    ),
  }),
  permission: 'cases.case.read',
  refusals: [caseNotFound],
})
