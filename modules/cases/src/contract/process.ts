import { Instant, LocalDate, OrganisationId, operation, PersonName, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { caseNotFound } from './case.ts'
import { CaseId } from './case-id.ts'

/** Where an element of a process stands in one instance. */
export const ElementState = Type.Union([
  /** No token has been there. */
  Type.Literal('ahead'),
  /** A token is there. */
  Type.Literal('now'),
  /** A token is there and cannot go on. */
  Type.Literal('stuck'),
  /** A token was there and has gone on. */
  Type.Literal('done'),
  /** A token was there and was taken away. */
  Type.Literal('cancelled'),
])
/** Where an element of a process stands in one instance. */
export type ElementState = Static<typeof ElementState>

/** A flow node of a process (BPMN 2.0 clause 10) with what has happened there. */
export const ProcessElement = Type.Object({
  /** Id in the BPMN file. */
  element: Type.String(),
  name: Text,
  kind: Type.Union([Type.Literal('task'), Type.Literal('event'), Type.Literal('gateway'), Type.Literal('sub-process')]),
  /** Who does it: a role of officials, the applicant, or a part in the case; null where no person does. */
  role: Type.Union([Type.String(), Type.Null()]),
  state: ElementState,
  /** How often a token came. */
  visits: Type.Integer(),
  /** When a token came last. */
  since: Type.Union([Instant, Type.Null()]),
  /** When a token went last; null as long as one is there. */
  until: Type.Union([Instant, Type.Null()]),
  /** Seconds that tokens have spent there, without those that are there. */
  seconds: Type.Integer(),
  /** The open task there: by when, and who holds it. */
  task: Type.Union([
    Type.Object({
      task: Type.String(),
      deadline: Type.Union([LocalDate, Type.Null()]),
      holder: Type.Union([PersonName, Type.Null()]),
    }),
    Type.Null(),
  ]),
  /** When a timer there is due. */
  timer: Type.Union([Instant, Type.Null()]),
  /** Why a token cannot go on, and since when. */
  incident: Type.Union([Type.Object({ code: Type.String(), at: Instant }), Type.Null()]),
})
/** A flow node of a process with what has happened there. */
export type ProcessElement = Static<typeof ProcessElement>

/** One process that runs or ran on a case. */
export const ProcessInstance = Type.Object({
  instance: Type.String(),
  /** What it is for: the service itself, an appeal, a correction, or what another instance called. */
  kind: Type.String(),
  title: Text,
  /** Id and version of the package that it keeps. */
  package: Type.String(),
  version: Type.String(),
  status: Type.Union([
    Type.Literal('ready'),
    Type.Literal('active'),
    Type.Literal('suspended'),
    Type.Literal('completed'),
    Type.Literal('terminated'),
    Type.Literal('failed'),
    Type.Literal('cancelled'),
  ]),
  begunAt: Instant,
  endedAt: Type.Union([Instant, Type.Null()]),
  /** The instance that waits for it, and at which element as long as it does; null when it runs for the case itself. */
  parent: Type.Union([
    Type.Object({ instance: Type.String(), element: Type.Union([Type.String(), Type.Null()]) }),
    Type.Null(),
  ]),
  /** Flow nodes in the order of the flows. */
  elements: Type.Array(ProcessElement),
  /** Ids of the sequence flows that were taken. */
  flows: Type.Array(Type.String()),
})
/** One process that runs or ran on a case. */
export type ProcessInstance = Static<typeof ProcessInstance>

/** The processes of a case as they stand. */
export const getProcess = operation({
  name: 'cases.get-process',
  does: 'Gives the processes of a case to an official: model and diagram, where each stands, times, incidents, timers.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId }),
  output: Type.Object({
    /** Those that began first come first; of very many the first hundred. */
    instances: Type.Array(ProcessInstance),
    /** Whether there are more. */
    more: Type.Boolean(),
    /** The BPMN files of those very versions, with their diagrams. */
    models: Type.Array(Type.Object({ package: Type.String(), version: Type.String(), xml: Type.String() })),
  }),
  permission: 'cases.case.read',
  refusals: [caseNotFound],
})
