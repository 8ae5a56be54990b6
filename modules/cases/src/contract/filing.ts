import {
  Instant,
  JsonObject,
  LocalDate,
  OrganisationId,
  operation,
  PartyId,
  PersonId,
  refusal,
  Text,
} from '@tereze/operation'
import { Type } from 'typebox'
import {
  answersInvalid,
  applicantUnfit,
  CaseNumber,
  CaseOutcome,
  CaseStatus,
  caseChanged,
  caseNotFound,
  caseOpened,
  serviceNotFound,
  stepRefused,
  WaitingFor,
} from './case.ts'
import { CaseId } from './case-id.ts'

/** The package of the service does not open it to outside systems: its channels have no `api`. */
export const channelClosed = refusal('cases.channel-closed', 'forbidden')
/** Whoever applies did not let the system do it, or took it back. */
export const filingNotLet = refusal('cases.filing-not-let', 'forbidden')

/** A member's system applies for somebody who let it. */
export const fileApplication = operation({
  name: 'cases.file-application',
  does: 'Files an application by a member’s own system (client credentials), for a person who let it apply for them, or for whom that person acts: the service has to be open to systems. What is left out the person adds on the portal: until then it is a draft.',
  input: Type.Object({
    organisation: OrganisationId,
    service: Type.String({ maxLength: 80 }),
    /** Whose case it is to be. */
    person: PartyId,
    /** Who let the system apply, where that is not `person`: somebody who may act for them, e.g. the director of a firm. */
    submitter: Type.Optional(PersonId),
    /** What the application says, in the shape of the service’s data. */
    data: JsonObject,
    /** Same system, person and key, same case. */
    key: Type.String({ minLength: 1, maxLength: 100 }),
  }),
  output: Type.Object({ case: CaseId, number: CaseNumber }),
  permission: 'cases.application.file',
  refusals: [serviceNotFound, applicantUnfit, channelClosed, filingNotLet, answersInvalid, stepRefused],
  emits: [caseOpened, caseChanged],
})

/** Where an application stands that a system filed. */
export const getFiled = operation({
  name: 'cases.get-filed',
  does: 'Tells a member’s system where an application stands that it filed: status, outcome and term, nothing of what the case holds.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId }),
  output: Type.Object({
    case: CaseId,
    number: CaseNumber,
    service: Type.String(),
    status: CaseStatus,
    statusText: Text,
    waiting: WaitingFor,
    outcome: Type.Union([CaseOutcome, Type.Null()]),
    openedAt: Instant,
    deadline: Type.Union([LocalDate, Type.Null()]),
  }),
  permission: 'cases.application.follow',
  refusals: [caseNotFound, filingNotLet],
})
