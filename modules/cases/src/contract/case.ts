import {
  event,
  Instant,
  JsonObject,
  LocalDate,
  OrganisationId,
  operation,
  PageInput,
  PartyId,
  PersonId,
  page,
  refusal,
  Text,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { CaseFile } from './attachment.ts'
import { CaseId } from './case-id.ts'
import { DeadlineView } from './deadline.ts'
import { changedMeanwhile, Revision } from './revision.ts'
import { CaseSignature, StatementId, signatureNeeded, signatureOther, signatureWeak } from './signed.ts'
import { Signing } from './signing.ts'

/** Public number of a case: random, with a check character, e.g. `7K4M-92XQ-P3`. */
export const CaseNumber = Type.String({
  pattern: '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$',
})
/** The one status model of every case. */
export const CaseStatus = Type.Union([
  Type.Literal('draft'),
  Type.Literal('submitted'),
  Type.Literal('in-progress'),
  Type.Literal('decided'),
  Type.Literal('delivered'),
  Type.Literal('closed'),
])
/** The one status model of every case. */
export type CaseStatus = Static<typeof CaseStatus>
/** What a case waits for. */
export const WaitingFor = Type.Union([
  Type.Literal('applicant'),
  Type.Literal('agency'),
  Type.Literal('date'),
  Type.Null(),
])
/** How a case ended. */
export const CaseOutcome = Type.Union([
  Type.Literal('granted'),
  Type.Literal('partly-granted'),
  Type.Literal('refused'),
  Type.Literal('withdrawn'),
  Type.Literal('discontinued'),
])
/** How a case ended. */
export type CaseOutcome = Static<typeof CaseOutcome>
/** Where an appeal stands. */
export const AppealStatus = Type.Union([
  Type.Literal('none'),
  Type.Literal('open'),
  Type.Literal('upheld'),
  Type.Literal('dismissed'),
])

/** One legal act: number, ground, signatory, text, date. */
export const Act = Type.Object({
  act: TypedId('act'),
  kind: Type.String(),
  /** What the jurisdiction calls acts of this kind; absent where it has no words for it. */
  title: Type.Optional(Text),
  number: Type.String(),
  at: Instant,
  /** Clause of the regulation or law. */
  ground: Type.Union([Type.String(), Type.Null()]),
  /** Ids of the grounds of the service's regulation on which it rests. */
  grounds: Type.Optional(Type.Array(Type.String())),
  /** The clause that allowed the act without an official; null for acts of persons and officials. */
  automaticClause: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  signatory: Type.String(),
  /** Who signed, in words: an organisation by its name, an official as one of it. */
  signatoryName: Type.Optional(Text),
  /** The ground in words: the act of law and the clause. */
  groundText: Type.Optional(Text),
  text: Type.Union([Text, Type.Null()]),
})
/** One legal act. */
export type Act = Static<typeof Act>

/** One line of a case's timeline in plain words. */
export const TimelineLine = Type.Object({
  at: Instant,
  /** Message key in the package or among the common ones. */
  text: Text,
  by: Type.Union([Type.Literal('us'), Type.Literal('you'), Type.Literal('official'), Type.Literal('agency')]),
})

/** A fact of a case: value, where it is from, when it was fetched. */
export const Fact = Type.Object({
  pointer: Type.String(),
  label: Text,
  value: Type.Unknown(),
  /** How to show the value. */
  as: Type.String(),
  source: Type.Union([
    Type.Object({
      organisation: OrganisationId,
      name: Text,
      at: Instant,
      message: Type.Union([Type.String(), Type.Null()]),
    }),
    Type.Null(),
  ]),
  conflict: Type.Boolean(),
  /** Why the source gave no answer, or none when it was asked again; absent where it did. */
  fault: Type.Optional(Type.Union([Type.Literal('late'), Type.Literal('dead'), Type.Literal('lying')])),
  /** Whether the answer is older than the service wants it. */
  stale: Type.Optional(Type.Boolean()),
  /** What the source said before it was asked again, where that was something else; value null: nothing. */
  before: Type.Optional(Type.Object({ value: Type.Unknown(), as: Type.String(), at: Instant })),
})
/** A fact of a case. */
export type Fact = Static<typeof Fact>

/** Why a decision is what it is: a readable tree. */
export const Reason = Type.Object({
  /** Decision, rule, fact. */
  kind: Type.Union([Type.Literal('decision'), Type.Literal('rule'), Type.Literal('fact')]),
  text: Text,
  /** Whether a rule or condition held; null for facts. */
  held: Type.Union([Type.Boolean(), Type.Null()]),
  /** Clause of the act. */
  clause: Type.Union([Type.String(), Type.Null()]),
  value: Type.Union([Type.String(), Type.Null()]),
  /** The value as a reader reads it; absent where it has no words of its own. */
  valueText: Type.Optional(Text),
  source: Type.Union([Text, Type.Null()]),
  because: Type.Array(Type.Unknown()),
})

/** What a person sees of an own case in a list. */
export const CaseCard = Type.Object({
  case: CaseId,
  organisation: OrganisationId,
  number: CaseNumber,
  service: Type.String(),
  title: Text,
  status: CaseStatus,
  statusText: Text,
  waiting: WaitingFor,
  outcome: Type.Union([CaseOutcome, Type.Null()]),
  appeal: AppealStatus,
  openedAt: Instant,
  /** Local date of the decision at the latest. */
  deadline: Type.Union([LocalDate, Type.Null()]),
  /** A task that waits for the person. */
  yourTask: Type.Union([Type.Object({ task: Type.String(), form: Type.String(), title: Text }), Type.Null()]),
})
/** What a person sees of an own case in a list. */
export type CaseCard = Static<typeof CaseCard>

/** There is no such case, or it is not for you. */
export const caseNotFound = refusal('cases.case-not-found', 'not-found')
/** There is no such service or version. */
export const serviceNotFound = refusal('cases.service-not-found', 'not-found')
/** The answers do not fit the form; each wrong field is listed. */
export const answersInvalid = refusal('cases.answers-invalid', 'invalid')
/** There is no such open task, or it is not for you. */
export const taskNotFound = refusal('cases.task-not-found', 'not-found')
/** Somebody else holds the task. */
export const taskTaken = refusal('cases.task-taken', 'conflict')
/** What is asked is not possible in the status the case has. */
export const statusUnfit = refusal('cases.status-unfit', 'conflict')
/** There is an appeal against this decision already: it is being considered, or was decided. */
export const appealedAlready = refusal('cases.appealed-already', 'conflict')
/** The time for an appeal has run out. */
export const appealLate = refusal('cases.appeal-late', 'gone')
/** The case was closed for good: its terms are over. */
export const caseClosed = refusal('cases.case-closed', 'gone')
/** The time for reporting errors in the result has run out. */
export const correctionLate = refusal('cases.correction-late', 'gone')
/** A decision needs a reason. */
export const reasonMissing = refusal('cases.reason-missing', 'invalid')
/** A step of the case was refused by a register, or by who issues documents, pays or writes to people; nothing was done. */
export const stepRefused = refusal('cases.step-refused', 'conflict')
/** Nobody decides an own case, nor an appeal against an own decision. */
export const ownCase = refusal('cases.own-case', 'forbidden')

/** The service is for others: for persons, where a firm applies, or the other way round. */
export const applicantUnfit = refusal('cases.applicant-unfit', 'invalid')

/** Whose case it is: a person's, a firm's, or an organisation's own, where it puts its own data in order. */
export const ApplicantId = Type.Union([PartyId, OrganisationId])

/** A case was opened. */
export const caseOpened = event({
  type: 'cases.case-opened',
  does: 'A case was opened.',
  data: Type.Object({
    case: CaseId,
    service: Type.String(),
    person: ApplicantId,
    cause: Type.Union([Type.String(), Type.Null()]),
  }),
})
/** A case changed: status, outcome or what it waits for. */
export const caseChanged = event({
  type: 'cases.case-changed',
  does: 'The status, outcome or waiting of a case changed.',
  data: Type.Object({
    case: CaseId,
    service: Type.String(),
    person: ApplicantId,
    status: CaseStatus,
    waiting: WaitingFor,
    outcome: Type.Union([CaseOutcome, Type.Null()]),
    cause: Type.Union([Type.String(), Type.Null()]),
  }),
})
/** A case was decided. */
export const caseDecided = event({
  type: 'cases.case-decided',
  does: 'A decision was taken in a case.',
  data: Type.Object({ case: CaseId, service: Type.String(), outcome: CaseOutcome, automatic: Type.Boolean() }),
})

/** Opens a case of a service for a person or a firm. */
export const openCase = operation({
  name: 'cases.open-case',
  does: 'Opens a case of a service for a person or a firm and starts its process.',
  input: Type.Object({
    organisation: OrganisationId,
    service: Type.String(),
    /** Whose case it is to be: who asks, or for whom they act. */
    person: PartyId,
    /** Who applies for the person, told by the platform for what was asked before; whoever asks for another is known by themselves. */
    submitter: Type.Optional(PersonId),
    /** What is known or answered already, in the shape of the service's data. */
    data: JsonObject,
    /** Places in `data` (JSON Pointer) with files that whoever asks has brought: lists of `AttachmentRef`. */
    files: Type.Optional(
      Type.Array(Type.String({ pattern: '^(/([^~/]|~0|~1)+)+$', maxLength: 200 }), { maxItems: 10 }),
    ),
    channel: Type.Union([
      Type.Literal('portal'),
      Type.Literal('automatic'),
      Type.Literal('counter'),
      Type.Literal('call'),
      Type.Literal('sms'),
      Type.Literal('api'),
    ]),
    /** The record that gave rise to the case, where there is one. */
    trigger: Type.Optional(Type.Object({ register: Type.String(), record: Type.String(), version: Type.Integer() })),
    /** The situation this belongs to. */
    cause: Type.Union([Type.String(), Type.Null()]),
    /** Same person and key, same case. */
    key: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  output: Type.Object({ case: CaseId, number: CaseNumber }),
  permission: 'cases.case.open',
  scope: 'applications.write',
  refusals: [serviceNotFound, applicantUnfit, answersInvalid, stepRefused],
  emits: [caseOpened, caseChanged],
})

/** The own cases of a person or a firm from all organisations, newest first. */
export const listOwnCases = operation({
  name: 'cases.list-own-cases',
  does: 'Lists the cases of a person or a firm from all organisations, newest first.',
  kind: 'query',
  input: Type.Object({
    person: PartyId,
    cause: Type.Optional(Type.String()),
    /** Only cases of these services: whoever acts by a power for some services sees no others. */
    services: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 50 })),
    ...PageInput.properties,
  }),
  output: page(CaseCard),
  permission: 'cases.case.read-own',
  scope: 'applications.read',
})

/** One own case as its person sees it. */
export const getOwnCase = operation({
  name: 'cases.get-own-case',
  does: 'Gives an own case: status, next date, who holds it, facts with sources, acts, reasons, what may be done.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId }),
  output: Type.Object({
    card: CaseCard,
    /** Who applied in the applicant's place; absent where they did themselves. */
    submitter: Type.Optional(Type.Object({ person: Type.String(), name: Text })),
    holder: Text,
    next: Type.Union([Type.Object({ date: LocalDate, text: Text }), Type.Null()]),
    /** The deadline in words; absent or null while there is none. */
    deadline: Type.Optional(Type.Union([DeadlineView, Type.Null()])),
    timeline: Type.Array(TimelineLine),
    facts: Type.Array(Fact),
    acts: Type.Array(Act),
    /** Who signs the application beside the applicant; absent where nobody has to. */
    signing: Type.Optional(Signing),
    /** What was signed in the case; absent where nothing was. */
    signatures: Type.Optional(Type.Array(CaseSignature)),
    reasons: Type.Array(Reason),
    /** What the person may do now. */
    may: Type.Object({
      appeal: Type.Boolean(),
      rate: Type.Boolean(),
      correct: Type.Boolean(),
      withdraw: Type.Boolean(),
      /** Ask for a duplicate of a document of the case; absent: not now. */
      duplicate: Type.Optional(Type.Boolean()),
    }),
    appealUntil: Type.Union([LocalDate, Type.Null()]),
    rating: Type.Union([Type.Integer(), Type.Null()]),
    /** Files that came with the case, in the order in which they came; absent: none. */
    files: Type.Optional(Type.Array(CaseFile)),
    revision: Revision,
  }),
  permission: 'cases.case.read-own',
  scope: 'applications.read',
  refusals: [caseNotFound],
})

/** What a person wrote in their own words: under which question, and the text. */
export const Said = Type.Object({ label: Text, text: Type.String() })

/** Id of a page of a form, as its package names it. */
export const FormPageId = Type.String({ pattern: '^[a-z][a-zA-Z0-9-]{0,79}$' })

/** A task with its form: schema, layout, words, what is known. */
export const TaskForm = Type.Object({
  task: Type.String(),
  title: Text,
  /** Nothing is asked: the person is to sign what somebody else applied for (`cases.write-statement`), or to decline. */
  signs: Type.Optional(Type.Boolean()),
  schema: JsonObject,
  form: JsonObject,
  /** The package's words that the form uses, by key. */
  words: Type.Record(Type.String(), Text),
  data: JsonObject,
  prefill: Type.Array(
    Type.Object({
      pointer: Type.String(),
      value: Type.Unknown(),
      source: Text,
      at: Type.Union([Instant, Type.Null()]),
      mode: Type.String(),
    }),
  ),
  context: JsonObject,
  /** What the task is about in somebody’s own words: the applicant’s appeal or report of an error, or what an official asks the applicant. */
  said: Type.Optional(Type.Array(Said)),
  /** What the person filled in before without sending it: the page they were on, their answers, and when. */
  begun: Type.Optional(Type.Object({ page: FormPageId, answers: JsonObject, at: Instant })),
  /** Of the case, as the form was read. */
  revision: Revision,
})

/** The form of a task that waits for the person. */
export const getOwnTask = operation({
  name: 'cases.get-own-task',
  does: 'Gives the form of an own open task: schema, layout, words, what is known with its sources.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId, task: Type.String() }),
  output: TaskForm,
  permission: 'cases.case.read-own',
  scope: 'applications.read',
  refusals: [caseNotFound, taskNotFound],
})

/** Answers a task that waits for the person. */
export const answerTask = operation({
  name: 'cases.answer-task',
  does: 'Answers an own open task; the case goes on.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    task: Type.String(),
    answers: JsonObject,
    /** Of the case as it was seen; with it nothing is done in a case that has changed since. */
    revision: Type.Optional(Revision),
    /** The signed statement of these answers, where the form needs a signature (`cases.write-statement`). */
    signature: Type.Optional(StatementId),
  }),
  output: Type.Object({ case: CaseId }),
  permission: 'cases.task.answer',
  scope: 'applications.write',
  refusals: [
    caseNotFound,
    taskNotFound,
    answersInvalid,
    stepRefused,
    changedMeanwhile,
    signatureNeeded,
    signatureOther,
    signatureWeak,
  ],
  emits: [caseChanged],
})

/** Takes back an application that is not decided yet. */
export const withdrawCase = operation({
  name: 'cases.withdraw-case',
  does: 'Takes back an own application that is not decided yet.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    reason: Type.String({ maxLength: 2000 }),
    /** Of the case as it was seen; with it nothing is done in a case that has changed since. */
    revision: Type.Optional(Revision),
  }),
  output: Type.Object({ case: CaseId }),
  permission: 'cases.case.withdraw',
  scope: 'applications.write',
  refusals: [caseNotFound, statusUnfit, changedMeanwhile],
  emits: [caseChanged],
})

/** Rates a finished case. */
export const rateCase = operation({
  name: 'cases.rate-case',
  does: 'Rates an own finished case from 1 to 5, with words if the person likes.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    rating: Type.Integer({ minimum: 1, maximum: 5 }),
    comment: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  output: Type.Object({ case: CaseId }),
  permission: 'cases.case.rate',
  scope: 'applications.write',
  refusals: [caseNotFound, statusUnfit],
})

/** Appeals against a decision. */
export const appealDecision = operation({
  name: 'cases.appeal-decision',
  does: 'Appeals against the decision of an own case; another body decides within its own term.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    reason: Type.String({ minLength: 10, maxLength: 4000 }),
    asks: Type.Optional(Type.String({ maxLength: 1000 })),
  }),
  output: Type.Object({ case: CaseId, number: Type.String() }),
  permission: 'cases.case.appeal',
  scope: 'applications.write',
  refusals: [caseNotFound, statusUnfit, appealLate, appealedAlready, caseClosed],
  emits: [caseChanged],
})

/** Asks for the correction of an error in a result. */
export const requestCorrection = operation({
  name: 'cases.request-correction',
  does: 'Asks for the correction of an error in the result of an own case.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    text: Type.String({ minLength: 5, maxLength: 2000 }),
    /** The right values by pointer into the data of the case. */
    changes: Type.Optional(
      Type.Array(Type.Object({ pointer: Type.String(), value: Type.Unknown() }), { maxItems: 20 }),
    ),
  }),
  output: Type.Object({ case: CaseId }),
  permission: 'cases.case.correct',
  scope: 'applications.write',
  refusals: [caseNotFound, statusUnfit, correctionLate, caseClosed],
  emits: [caseChanged],
})
