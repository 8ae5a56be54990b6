import { Instant, OrganisationId, operation, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { caseChanged, caseDecided, caseNotFound, ownCase, statusUnfit, stepRefused } from './case.ts'
import { CaseId } from './case-id.ts'
import { OperatingReason, ProcessNode } from './incident.ts'

/** There is no such running process in the case. */
export const instanceNotFound = refusal('cases.instance-not-found', 'not-found')
/** The process cannot be changed so: no such place or token, a place where nobody may be put by hand, not possible as it stands. */
export const modificationImpossible = refusal('cases.modification-impossible', 'conflict')

const NodeId = Type.String({ minLength: 1, maxLength: 200 })
const TokenId = Type.String({ minLength: 1, maxLength: 200 })

/** What is done to a process that runs. */
export const InstanceChange = Type.Union([
  /** A token goes to another node; `via` is the flow by which it counts as come at a join. */
  Type.Object({ kind: Type.Literal('move'), token: TokenId, to: NodeId, via: Type.Optional(NodeId) }),
  /** A token comes in addition; `in` is the scope where there are several. */
  Type.Object({ kind: Type.Literal('add'), to: NodeId, in: Type.Optional(TokenId), via: Type.Optional(NodeId) }),
  Type.Object({ kind: Type.Literal('cancel-token'), token: TokenId }),
  Type.Object({ kind: Type.Literal('suspend') }),
  Type.Object({ kind: Type.Literal('resume') }),
  /** Before a decision the case is closed without one, by an act. */
  Type.Object({ kind: Type.Literal('cancel') }),
])
/** What is done to a process that runs. */
export type InstanceChange = Static<typeof InstanceChange>

/** Something that a change brings about before the process waits again, in words. */
export const ChangeEffect = Type.Object({
  kind: Type.String(),
  /** The node; null where the whole process is meant. */
  node: Type.Union([Type.String(), Type.Null()]),
  text: Text,
})
/** Something that a change brings about at once, in words. */
export type ChangeEffect = Static<typeof ChangeEffect>

/** Changes a process that runs. */
export const modifyInstance = operation({
  name: 'cases.modify-instance',
  does: 'Changes a running process by hand: moves, adds or takes away a token, holds it, lets it go on, ends it; shows the effects before.',
  input: Type.Object({
    organisation: OrganisationId,
    case: CaseId,
    instance: Type.String(),
    change: InstanceChange,
    reason: OperatingReason,
    /** Only shows everything that would come of it until the process waits again; nothing is kept. */
    preview: Type.Optional(Type.Boolean()),
  }),
  output: Type.Object({ case: CaseId, preview: Type.Boolean(), effects: Type.Array(ChangeEffect) }),
  permission: 'cases.process.modify',
  refusals: [caseNotFound, instanceNotFound, ownCase, statusUnfit, modificationImpossible, stepRefused],
  emits: [caseChanged, caseDecided],
})

/** A place where a process stands. */
export const TokenCard = Type.Object({
  token: Type.String(),
  place: ProcessNode,
  /** What it does there: task, call, catch, join, incident … */
  doing: Type.String(),
  /** Code of its incident. */
  incident: Type.Union([Type.String(), Type.Null()]),
})

/** A process of a case that has not ended. */
export const InstanceCard = Type.Object({
  instance: Type.String(),
  kind: Type.Union([
    Type.Literal('service'),
    Type.Literal('appeal'),
    Type.Literal('correction'),
    Type.Literal('suspension'),
    Type.Literal('information'),
    Type.Literal('return'),
  ]),
  process: Type.String(),
  version: Type.String(),
  status: Type.Union([Type.Literal('active'), Type.Literal('suspended')]),
  tokens: Type.Array(TokenCard),
  /** Where a token may be put by hand. */
  targets: Type.Array(ProcessNode),
})
/** A process of a case that has not ended. */
export type InstanceCard = Static<typeof InstanceCard>

/** The running processes of a case. */
export const listInstances = operation({
  name: 'cases.list-instances',
  does: 'Lists the running processes of a case: where their tokens stand, and where tokens may be put by hand.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, case: CaseId }),
  output: Type.Object({
    number: Type.String(),
    serviceTitle: Text,
    version: Type.String(),
    openedAt: Instant,
    items: Type.Array(InstanceCard),
  }),
  permission: 'cases.process.watch',
  refusals: [caseNotFound],
})
