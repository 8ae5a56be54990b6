import { Instant, OrganisationId, operation, PageInput, page, refusal, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { CaseNumber, caseChanged, caseDecided, caseNotFound, ownCase, statusUnfit, stepRefused } from './case.ts'
import { CaseId } from './case-id.ts'

/** Why somebody who operates processes does something: compulsory, in words, kept for ever. */
export const OperatingReason = Type.String({
  minLength: 5,
  maxLength: 2000,
  pattern: '\\S\\s*\\S',
  description: 'Why, in words',
})

/** There is no such incident, or it is over. */
export const incidentNotFound = refusal('cases.incident-not-found', 'not-found')
/** There is no such value in the data of the service, or it may not be changed by hand. */
export const pointerUnknown = refusal('cases.pointer-unknown', 'invalid')
/** The value does not fit the schema of the service's data; each wrong place is listed. */
export const dataInvalid = refusal('cases.data-invalid', 'invalid')

/** A place in a process: id in the BPMN file and its name. */
export const ProcessNode = Type.Object({ node: Type.String(), name: Text })
/** A place in a process. */
export type ProcessNode = Static<typeof ProcessNode>

/** A report that a process cannot go on. */
export const IncidentCard = Type.Object({
  incident: Type.String(),
  case: CaseId,
  number: CaseNumber,
  service: Type.String(),
  serviceTitle: Text,
  version: Type.String(),
  instance: Type.String(),
  at: Instant,
  place: ProcessNode,
  code: Type.String(),
  /** What is wrong, in words. */
  text: Text,
})
/** A report that a process cannot go on. */
export type IncidentCard = Static<typeof IncidentCard>

/** Lists open incidents. */
export const listIncidents = operation({
  name: 'cases.list-incidents',
  does: 'Lists the open incidents of an organisation’s processes, the oldest first.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    service: Type.Optional(Type.String({ maxLength: 100 })),
    node: Type.Optional(Type.String({ maxLength: 200 })),
    code: Type.Optional(Type.String({ maxLength: 100 })),
    ...PageInput.properties,
  }),
  output: page(IncidentCard),
  permission: 'cases.process.watch',
})

/** Tries again what ended in an incident. */
export const retryIncident = operation({
  name: 'cases.retry-incident',
  does: 'Tries again what ended in an incident, with the data as they are now.',
  input: Type.Object({ organisation: OrganisationId, case: CaseId, incident: Type.String(), reason: OperatingReason }),
  output: Type.Object({
    case: CaseId,
    /** Whether the case goes on; false: it stopped again at the same place. */
    resolved: Type.Boolean(),
  }),
  permission: 'cases.process.repair',
  refusals: [caseNotFound, incidentNotFound, ownCase, stepRefused],
  emits: [caseChanged, caseDecided],
})

/** Work that waits. */
export const Queue = Type.Object({
  kind: Type.String(),
  title: Text,
  /** How much waits, and how much of it could be done now. */
  waiting: Type.Integer(),
  due: Type.Integer(),
  /** Since when the oldest that is due waits. */
  oldest: Type.Union([Instant, Type.Null()]),
  /** How often the most stubborn was tried. */
  attempts: Type.Integer(),
})
/** Work that waits. */
export type Queue = Static<typeof Queue>

/** Shows the queues. */
export const listQueues = operation({
  name: 'cases.list-queues',
  does: 'Shows how much work of an organisation’s cases waits, by kind, and how far the announcing of events is behind.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({
    at: Instant,
    queues: Type.Array(Queue),
    /** Events of the whole platform that are committed and not yet announced. */
    unannounced: Type.Integer(),
    /** Reactions to events of the whole platform that fail and wait to be tried again, up to a hundred. */
    stuck: Type.Integer(),
  }),
  permission: 'cases.process.watch',
})

/** Puts a value of a case's data right. */
export const changeData = operation({
  name: 'cases.change-data',
  does: 'Sets a value in the data of a case that has not ended, checked against the data schema of the service; conditions are looked at anew.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    /** JSON Pointer (RFC 6901) into the data. */
    pointer: Type.String({ pattern: '^(/[^/]+)+$', maxLength: 500 }),
    value: Type.Unknown(),
    reason: OperatingReason,
    /** Only checks and shows; nothing is written. */
    preview: Type.Optional(Type.Boolean()),
  }),
  output: Type.Object({ case: CaseId, before: Type.Unknown(), after: Type.Unknown(), preview: Type.Boolean() }),
  permission: 'cases.process.repair',
  refusals: [caseNotFound, ownCase, statusUnfit, pointerUnknown, dataInvalid, stepRefused],
  emits: [caseChanged, caseDecided],
})

/** One deed of somebody who operates processes. */
export const Intervention = Type.Object({
  intervention: TypedId('intervention'),
  at: Instant,
  kind: Type.String(),
  text: Text,
  /** The node, pointer or version that it was about. */
  element: Type.Union([Type.String(), Type.Null()]),
  official: Type.String(),
  batch: Type.Union([Type.String(), Type.Null()]),
  reason: Type.String(),
  /** Values before and after; null where there are none, or the applicant's key is erased. */
  change: Type.Union([Type.Object({ before: Type.Unknown(), after: Type.Unknown() }), Type.Null()]),
})

/** What was done to a case by those who operate processes. */
export const listInterventions = operation({
  name: 'cases.list-interventions',
  does: 'Lists what operators of processes did in a case: who, why, values before and after.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId }),
  output: Type.Object({ items: Type.Array(Intervention) }),
  permission: 'cases.process.watch',
  refusals: [caseNotFound],
})
