import {
  Instant,
  JsonObject,
  LocalDate,
  OrganisationId,
  operation,
  PageInput,
  PersonName,
  page,
  Text,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { moreToDo, OfferedActivities } from './activity.ts'
import { MayAct } from './acts-of-officials.ts'
import { CaseFile } from './attachment.ts'
import {
  Act,
  answersInvalid,
  CaseCard,
  CaseOutcome,
  caseChanged,
  caseDecided,
  caseNotFound,
  Fact,
  ownCase,
  Reason,
  reasonMissing,
  Said,
  statusUnfit,
  stepRefused,
  TaskForm,
  TimelineLine,
  taskNotFound,
  taskTaken,
  WaitingFor,
} from './case.ts'
import { CaseId } from './case-id.ts'
import { caseSuspended } from './case-suspended.ts'
import { DeadlineView } from './deadline.ts'
import { InformationRequest } from './information.ts'
import { otherPersonNeeded } from './other-person.ts'
import { changedMeanwhile, Revision } from './revision.ts'
import { CaseSignature } from './signed.ts'

/** The record of a register that a case is about, and what is said of it, in words. */
export const AboutRecord = Type.Object({
  register: Type.String(),
  /** Absent: the register as a whole. */
  record: Type.Optional(Type.String()),
  text: Text,
})
/** The record of a register that a case is about. */
export type AboutRecord = Static<typeof AboutRecord>

/** A task in somebody's inbox. */
export const TaskCard = Type.Object({
  task: Type.String(),
  case: CaseId,
  organisation: OrganisationId,
  number: Type.String(),
  service: Type.String(),
  title: Text,
  serviceTitle: Text,
  applicant: PersonName,
  /** The firm that applies; absent where none does. */
  firm: Type.Optional(Text),
  /** What an organisation's own case is about, in place of an applicant; null where somebody applies. */
  about: Type.Optional(Type.Union([AboutRecord, Type.Null()])),
  role: Type.String(),
  openedAt: Instant,
  /** Local date, and working days left (negative: overdue); of work that has ended none are left. */
  deadline: Type.Union([LocalDate, Type.Null()]),
  daysLeft: Type.Union([Type.Integer(), Type.Null()]),
  holder: Type.Union([Type.Object({ official: Type.String(), name: PersonName }), Type.Null()]),
  /** When it ended and who did it; null while it is open. */
  ended: Type.Optional(
    Type.Union([
      Type.Object({
        at: Instant,
        by: Type.Union([Type.Object({ official: Type.String(), name: PersonName }), Type.Null()]),
      }),
      Type.Null(),
    ]),
  ),
  /** Code of the territory that the case belongs to. */
  territory: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  /** Whether it came to a superior because its term was near or over, and may be given back. */
  escalated: Type.Optional(Type.Boolean()),
  /** What the case waits for, e.g. the applicant's answer to a question. */
  waiting: Type.Optional(WaitingFor),
  /** Who gave the task to its holder for a time and stays answerable, and the last local date of that time. */
  delegated: Type.Optional(
    Type.Union([Type.Object({ by: Type.String(), name: PersonName, until: LocalDate }), Type.Null()]),
  ),
  /** What the reader may do with it: work on it themselves, give it to somebody. */
  may: Type.Optional(Type.Object({ work: Type.Boolean(), assign: Type.Boolean() })),
  /** False where there is nothing to fill in: the task is only completed. */
  form: Type.Optional(Type.Boolean()),
  /** What may be begun, where the task is to choose it; of a task in its case, and absent of every other one. */
  offers: Type.Optional(OfferedActivities),
})
/** A task in somebody's inbox. */
export type TaskCard = Static<typeof TaskCard>

/**
 * The lists of an official: what they hold; what their unit and those below have to do; what a territory and those below have to do;
 * what is late; what is found by applicant or number, also of work that is done; what they gave to others for a time; what they
 * have done.
 */
export const TaskList = Type.Union([
  Type.Literal('mine'),
  Type.Literal('unit'),
  Type.Literal('territory'),
  Type.Literal('overdue'),
  Type.Literal('search'),
  Type.Literal('delegated'),
  Type.Literal('done'),
])
/** The lists of an official. */
export type TaskList = Static<typeof TaskList>

/** Code of a territory; the codes of what lies in it begin with it. */
export const TerritoryCode = Type.String({ pattern: '^[0-9]{2,9}$' })

/** Which tasks are wanted. */
export const TaskCriteria = Type.Object({
  list: TaskList,
  /** The beginning of an applicant's name (family or given name first), a case number or an identifier, whole. */
  search: Type.Optional(Type.String({ maxLength: 100 })),
  service: Type.Optional(Type.String({ maxLength: 100 })),
  role: Type.Optional(Type.String({ maxLength: 100 })),
  /** This territory and those below; without it the list `territory` is that of the official or of their unit. */
  territory: Type.Optional(TerritoryCode),
  /** Due before this local date. */
  dueBefore: Type.Optional(LocalDate),
})
/** Which tasks are wanted. */
export type TaskCriteria = Static<typeof TaskCriteria>

/** Lists tasks. */
export const listTasks = operation({
  name: 'cases.list-tasks',
  does: 'Lists the tasks of an official, the most urgent first; found ones by name, done ones the newest first.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, ...TaskCriteria.properties, ...PageInput.properties }),
  output: page(TaskCard),
  permission: 'cases.task.read',
})

/** One line of the checklist that fills itself. */
export const ChecklistLine = Type.Object({
  id: Type.String(),
  /** A fact that is needed, or a condition that must be met. */
  kind: Type.Optional(Type.Union([Type.Literal('need'), Type.Literal('criterion')])),
  text: Text,
  clause: Type.Union([Type.String(), Type.Null()]),
  state: Type.Union([Type.Literal('holds'), Type.Literal('fails'), Type.Literal('open'), Type.Literal('conflict')]),
})

/** A case as an official sees it. */
export const getCase = operation({
  name: 'cases.get-case',
  does: 'Gives a case to an official: person, facts with sources, checklist, draft decision with reasons, acts, timeline, tasks.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId }),
  output: Type.Object({
    card: CaseCard,
    /** The deadline in words with why that day; absent or null while there is none. */
    deadline: Type.Optional(Type.Union([DeadlineView, Type.Null()])),
    /** What officials may do about the term now. */
    mayAct: Type.Optional(MayAct),
    applicant: Type.Object({
      person: Type.String(),
      name: PersonName,
      /** The firm that applies; absent where none does. */
      firm: Type.Optional(Text),
    }),
    /** Who applied for the applicant; absent where they did themselves. */
    submitter: Type.Optional(Type.Object({ person: Type.String(), name: Text })),
    /** The record of a register that the case is about; null where it is about none. */
    about: Type.Optional(Type.Union([AboutRecord, Type.Null()])),
    facts: Type.Array(Fact),
    checklist: Type.Array(ChecklistLine),
    draft: Type.Union([
      Type.Object({
        outcome: Type.Union([CaseOutcome, Type.Null()]),
        amount: Type.Union([JsonObject, Type.Null()]),
        grounds: Type.Array(Type.String()),
      }),
      Type.Null(),
    ]),
    reasons: Type.Array(Reason),
    /** Grounds on which this service may refuse: id and words. */
    refusalGrounds: Type.Array(
      Type.Object({ id: Type.String(), text: Text, clause: Type.Union([Type.String(), Type.Null()]) }),
    ),
    acts: Type.Array(Act),
    /** What people signed in the case; absent where nobody did. */
    signatures: Type.Optional(Type.Array(CaseSignature)),
    /** What the applicant wrote in an appeal and in the report of an error. */
    said: Type.Optional(Type.Array(Said)),
    timeline: Type.Array(TimelineLine),
    tasks: Type.Array(TaskCard),
    /** Files that came with the case, in the order in which they came; absent: none. */
    files: Type.Optional(Type.Array(CaseFile)),
    /** What officials asked the applicant in the course of the case, the newest first. */
    requests: Type.Optional(Type.Array(InformationRequest)),
    /** BPMN of the process and the nodes where it stands now. */
    process: Type.Object({ xml: Type.String(), at: Type.Array(Type.String()) }),
    revision: Revision,
  }),
  permission: 'cases.case.read',
  refusals: [caseNotFound],
})

/** One thing that a process of a case did. */
export const HistoryStep = Type.Object({
  /** The package whose process it is. */
  process: Type.String(),
  /** A node entered, left or cancelled, or a sequence flow taken. */
  what: Type.Union([Type.Literal('entered'), Type.Literal('left'), Type.Literal('cancelled'), Type.Literal('flow')]),
  /** Id in the BPMN file. */
  element: Type.String(),
  /** Stage that the node belongs to. */
  stage: Type.Union([Type.String(), Type.Null()]),
})

/** The way of a case through its processes. */
export const getHistory = operation({
  name: 'cases.get-history',
  does: 'Gives the way of a case through its processes to an official: every step in order, open tasks, what is stuck.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId }),
  output: Type.Object({
    /** Local date by which the decision was or is due. */
    deadline: Type.Union([LocalDate, Type.Null()]),
    steps: Type.Array(HistoryStep),
    /** Open tasks of everybody, by the node of the process that opened them. */
    tasks: Type.Array(Type.Object({ task: Type.String(), node: Type.String(), role: Type.String() })),
    /** Nodes at which a process cannot go on. */
    incidents: Type.Array(Type.Object({ node: Type.String(), code: Type.String() })),
  }),
  permission: 'cases.case.read',
  refusals: [caseNotFound],
})

/** The form of a task of an official. */
export const getTask = operation({
  name: 'cases.get-task',
  does: 'Gives the form of an open task to an official: schema, layout, words, what is known.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId, task: Type.String() }),
  output: TaskForm,
  permission: 'cases.task.read',
  refusals: [caseNotFound, taskNotFound],
})

/** Takes a task. */
export const claimTask = operation({
  name: 'cases.claim-task',
  does: 'Takes a task of the own roles; nobody else works on it then.',
  input: Type.Object({ organisation: OrganisationId, case: CaseId, task: Type.String() }),
  output: Type.Object({ task: Type.String() }),
  permission: 'cases.task.claim',
  refusals: [caseNotFound, taskNotFound, taskTaken, ownCase, otherPersonNeeded],
})

/** Gives a task back to the unit. */
export const releaseTask = operation({
  name: 'cases.release-task',
  does: 'Gives an own task back to the unit, or a delegated one back to whoever is answerable.',
  input: Type.Object({ organisation: OrganisationId, case: CaseId, task: Type.String() }),
  output: Type.Object({ task: Type.String() }),
  permission: 'cases.task.claim',
  refusals: [caseNotFound, taskNotFound, taskTaken],
})

/** Completes a task: a decision, an appeal's outcome, a correction. */
export const completeTask = operation({
  name: 'cases.complete-task',
  does: 'Completes a task with an outcome and a reason; the case goes on.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    task: Type.String(),
    /** For a decision: granted, partly-granted or refused; for an appeal: upheld or dismissed; for other tasks: done. */
    outcome: Type.String({ minLength: 1, maxLength: 40 }),
    reason: Type.String({ maxLength: 5000 }),
    grounds: Type.Optional(Type.Array(Type.String(), { maxItems: 20 })),
    /** Further answers of the task's form. */
    answers: Type.Optional(JsonObject),
    /** Of the case as it was seen; with it nothing is done in a case that has changed since. */
    revision: Type.Optional(Revision),
  }),
  output: Type.Object({ case: CaseId }),
  permission: 'cases.task.complete',
  refusals: [
    caseNotFound,
    taskNotFound,
    taskTaken,
    reasonMissing,
    answersInvalid,
    statusUnfit,
    ownCase,
    otherPersonNeeded,
    caseSuspended,
    stepRefused,
    changedMeanwhile,
    moreToDo,
  ],
  emits: [caseChanged, caseDecided],
})

/** Recomputes a stored decision and compares it byte for byte. */
export const replayDecision = operation({
  name: 'cases.replay-decision',
  does: 'Recomputes the decisions of a case from their stored inputs and rules, and compares the traces byte for byte.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId }),
  output: Type.Object({
    decisions: Type.Array(
      Type.Object({
        decision: Type.String(),
        /** The decision file of the package that made it. */
        file: Type.String(),
        at: Instant,
        /** The legal date whose rules and parameters were applied; null for decisions before it was kept. */
        rulesOn: Type.Union([LocalDate, Type.Null()]),
        /** SHA-256 of the decision file. */
        modelHash: Type.String(),
        same: Type.Boolean(),
        trace: Type.Unknown(),
      }),
    ),
  }),
  permission: 'cases.decision.replay',
  refusals: [caseNotFound],
})
