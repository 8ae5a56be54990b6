import {
  event,
  Instant,
  LocalDate,
  OrganisationId,
  operation,
  PageInput,
  page,
  refusal,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { accessNotGranted, Withheld } from './access.ts'
import {
  changeRecord,
  Provenance,
  RecordId,
  RegisterId,
  recordChanged,
  recordExists,
  recordInvalid,
  recordMerged,
  recordNotFound,
  recordRegistered,
  registerNotFound,
} from './record.ts'

/** Id of a requested change. */
export const ChangeId = TypedId('change')
/** How a requested change stands. */
export const ChangeState = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('approved'),
  Type.Literal('refused'),
  Type.Literal('withdrawn'),
])
/** How a requested change stands. */
export type ChangeState = Static<typeof ChangeState>

/** There is no such requested change, or it is not for you. */
export const changeNotFound = refusal('registers.change-not-found', 'not-found')
/** The change was decided on already. */
export const changeDecided = refusal('registers.change-decided', 'conflict')
/** Whoever asked for a change does not decide on it. */
export const changeOwn = refusal('registers.change-own', 'forbidden')
/** The record got another version since the change was asked for; the fields that changed are listed. */
export const changeStale = refusal('registers.change-stale', 'conflict')
/** The change is about fields that the decider does not see; they are listed. */
export const changeUnseen = refusal('registers.change-unseen', 'forbidden')
/** The change asked for changes nothing. */
export const changeEmpty = refusal('registers.change-empty', 'invalid')
/** Only whoever asked for a change withdraws it. */
export const changeForeign = refusal('registers.change-foreign', 'forbidden')

/** A change was asked for. Thin. */
export const changeRequested = event({
  type: 'registers.change-requested',
  does: 'A change of a register was asked for and waits for a decision.',
  data: Type.Object({ register: RegisterId, change: ChangeId }),
})
/** A change was decided on. Thin. */
export const changeDecidedOn = event({
  type: 'registers.change-decided-on',
  does: 'A change that was asked for was approved, refused or withdrawn.',
  data: Type.Object({ register: RegisterId, change: ChangeId, state: ChangeState }),
})

/** A change that somebody asked for. */
export const RequestedChange = Type.Object({
  change: ChangeId,
  register: RegisterId,
  /** Null while the change is to add a record. */
  record: Type.Union([RecordId, Type.Null()]),
  /** The version the change is made to; null for a new record. */
  baseVersion: Type.Union([Type.Integer(), Type.Null()]),
  validFrom: Type.Union([LocalDate, Type.Null()]),
  reason: Type.String(),
  source: Provenance,
  askedBy: Type.String(),
  askedAt: Instant,
  state: ChangeState,
  decidedBy: Type.Union([Type.String(), Type.Null()]),
  decidedAt: Type.Union([Instant, Type.Null()]),
  decisionReason: Type.Union([Type.String(), Type.Null()]),
  resultVersion: Type.Union([Type.Integer(), Type.Null()]),
})
/** A change that somebody asked for. */
export type RequestedChange = Static<typeof RequestedChange>

/** One value that differs; an absent value has no member. */
export const Difference = Type.Object({
  pointer: Type.String(),
  before: Type.Optional(Type.Unknown()),
  after: Type.Optional(Type.Unknown()),
})

/** Asks for a new record or new content of one. */
export const requestChange = operation({
  name: 'registers.request-change',
  does: 'Asks for a new record, or for new content of one; it takes effect when somebody else approves it.',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    /** The record to be changed; absent to add one. */
    record: Type.Optional(RecordId),
    /** The version that was read; needed with `record`. */
    version: Type.Optional(Type.Integer({ minimum: 1 })),
    data: changeRecord.input.properties.data,
    validFrom: Type.Optional(LocalDate),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
    source: Provenance,
  }),
  output: Type.Object({ change: ChangeId }),
  permission: 'registers.change.request',
  refusals: [registerNotFound, recordNotFound, accessNotGranted, recordMerged, recordInvalid, changeStale, changeEmpty],
  emits: [changeRequested],
})

/** Lists changes asked for, newest first. */
export const listChanges = operation({
  name: 'registers.list-changes',
  does: 'Lists the changes asked for in a register, newest first.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    record: Type.Optional(RecordId),
    state: Type.Optional(ChangeState),
    ...PageInput.properties,
  }),
  output: page(RequestedChange),
  permission: 'registers.change.read',
  refusals: [registerNotFound, accessNotGranted],
})

/** One change asked for, with what it would change. */
export const getChange = operation({
  name: 'registers.get-change',
  does: 'Shows a change asked for: what would differ, and what changed in the record since.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, change: ChangeId }),
  output: Type.Object({
    change: RequestedChange,
    /** What the change would make different, as far as the reader sees the fields. */
    differences: Type.Array(Difference),
    /** What became different in the record since the change was asked for. */
    since: Type.Array(Difference),
    currentVersion: Type.Union([Type.Integer(), Type.Null()]),
    withheld: Type.Array(Withheld),
    /** Whether it is about fields that the reader does not see; such a change they cannot decide on. */
    unseen: Type.Boolean(),
  }),
  permission: 'registers.change.read',
  refusals: [changeNotFound, accessNotGranted],
})

/** Approves a change; it takes effect at once. */
export const approveChange = operation({
  name: 'registers.approve-change',
  does: 'Approves a change that somebody else asked for; it takes effect at once, and once only.',
  input: Type.Object({
    organisation: OrganisationId,
    change: ChangeId,
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  output: Type.Object({ record: RecordId, version: Type.Integer() }),
  permission: 'registers.change.decide',
  refusals: [
    changeNotFound,
    accessNotGranted,
    changeDecided,
    changeOwn,
    changeStale,
    changeUnseen,
    recordInvalid,
    recordExists,
  ],
  emits: [changeDecidedOn, recordRegistered, recordChanged],
})

/** Refuses a change with a reason. */
export const refuseChange = operation({
  name: 'registers.refuse-change',
  does: 'Refuses a change that somebody else asked for, with the reason.',
  input: Type.Object({
    organisation: OrganisationId,
    change: ChangeId,
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  output: Type.Object({ change: ChangeId }),
  permission: 'registers.change.decide',
  refusals: [changeNotFound, accessNotGranted, changeDecided, changeOwn],
  emits: [changeDecidedOn],
})

/** Takes back an own request. */
export const withdrawChange = operation({
  name: 'registers.withdraw-change',
  does: 'Takes back a change that one asked for oneself.',
  input: Type.Object({ organisation: OrganisationId, change: ChangeId }),
  output: Type.Object({ change: ChangeId }),
  permission: 'registers.change.request',
  refusals: [changeNotFound, changeDecided, changeForeign],
  emits: [changeDecidedOn],
})
