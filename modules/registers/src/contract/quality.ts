import {
  event,
  Instant,
  LocalDate,
  OrganisationId,
  operation,
  PageInput,
  page,
  refusal,
  Text,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { accessNotGranted } from './access.ts'
import { RecordId, RegisterId, registerNotFound } from './record.ts'

/** Id of a violation. */
export const ViolationId = TypedId('violation')

/** How much a violation matters: errors and warnings become cases of the owner. */
export const Severity = Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('notice')])
/** What a rule of quality says something about. */
export const Dimension = Type.Union([
  Type.Literal('completeness'),
  Type.Literal('validity'),
  Type.Literal('uniqueness'),
  Type.Literal('consistency'),
  Type.Literal('timeliness'),
  Type.Literal('cross-register'),
])
/** Where a violation stands: open, accepted as it is by an official with a reason, mended. */
export const ViolationState = Type.Union([Type.Literal('open'), Type.Literal('accepted'), Type.Literal('mended')])
/** Where a violation stands. */
export type ViolationState = Static<typeof ViolationState>

/** Nobody declared rules of quality for this register. */
export const qualityUndeclared = refusal('registers.quality-undeclared', 'unsupported')
/** A complete check of this register is under way. */
export const checkUnderWay = refusal('registers.check-under-way', 'conflict')
/** There is no such violation, or it is mended. */
export const violationNotFound = refusal('registers.violation-not-found', 'not-found')

/** A record breaks a rule of quality. Thin. */
export const ruleBroken = event({
  type: 'registers.rule-broken',
  does: 'A record was found to break a rule of quality of its register.',
  data: Type.Object({
    register: RegisterId,
    record: RecordId,
    version: Type.Integer(),
    rule: Type.String(),
    severity: Severity,
    violation: ViolationId,
  }),
})
/** A violation is mended: the record keeps the rule, or is gone. Thin. */
export const ruleKept = event({
  type: 'registers.rule-kept',
  does: 'A violation of a rule of quality is mended: the record keeps the rule again, or is gone.',
  data: Type.Object({ register: RegisterId, record: RecordId, rule: Type.String(), violation: ViolationId }),
})

const Index = Type.Union([Type.Number({ minimum: 0, maximum: 100 }), Type.Null()])

/** The index of quality on a day: the share of weighed checks that hold, in percent. */
export const QualityPoint = Type.Object({ day: LocalDate, index: Index })
/** The index of quality on a day. */
export type QualityPoint = Static<typeof QualityPoint>

/** How many violations of each severity are open. */
export const OpenViolations = Type.Object({ error: Type.Integer(), warning: Type.Integer(), notice: Type.Integer() })
/** How many violations of each severity are open. */
export type OpenViolations = Static<typeof OpenViolations>

/** A register that is watched, in a list. */
export const WatchedRegister = Type.Object({
  register: RegisterId,
  title: Text,
  /** Null until the first complete check. */
  index: Index,
  open: OpenViolations,
  rules: Type.Integer(),
  history: Type.Array(QualityPoint),
})

/** The index of an organisation and of its registers. */
export const listQuality = operation({
  name: 'registers.list-quality',
  does: 'Shows the index of quality of an organisation and of its registers, with its history by days.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ index: Index, history: Type.Array(QualityPoint), items: Type.Array(WatchedRegister) }),
  permission: 'registers.quality.read',
})

/** An organisation beside others. */
export const ComparedOrganisation = Type.Object({
  organisation: OrganisationId,
  name: Text,
  /** Null until the first complete check. */
  index: Index,
  open: OpenViolations,
  /** How many of its registers are watched. */
  registers: Type.Integer(),
  history: Type.Array(QualityPoint),
})
/** An organisation beside others. */
export type ComparedOrganisation = Static<typeof ComparedOrganisation>

/** The index of several organisations. */
export const compareQuality = operation({
  name: 'registers.compare-quality',
  does: 'Shows the index of quality of all organisations whose registers are watched side by side, with its history; counts only, no record.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ items: Type.Array(ComparedOrganisation) }),
  permission: 'registers.quality.compare',
})

/** A rule with what is known of how it is kept. */
export const WatchedRule = Type.Object({
  rule: Type.String(),
  dimension: Dimension,
  severity: Severity,
  /** How it should be. */
  text: Text,
  fields: Type.Array(Type.String()),
  /** To how many records it applied at the last complete check; null before the first. */
  applies: Type.Union([Type.Integer(), Type.Null()]),
  open: Type.Integer(),
  accepted: Type.Integer(),
  index: Index,
  /** About how many records another organisation gave no answer when it was asked last; absent where none is asked. */
  unanswered: Type.Optional(Type.Integer()),
})
/** A complete check of a register. */
export const QualityCheck = Type.Object({
  state: Type.Union([Type.Literal('running'), Type.Literal('done'), Type.Literal('failed')]),
  done: Type.Integer(),
  total: Type.Union([Type.Integer(), Type.Null()]),
  startedAt: Instant,
  endedAt: Type.Union([Instant, Type.Null()]),
})

/** The rules of one register and how they are kept. */
export const getQuality = operation({
  name: 'registers.get-quality',
  does: 'Shows the rules of quality of a register, how each is kept, the index with its history, and how far the last complete check is.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, register: RegisterId }),
  output: Type.Object({
    register: RegisterId,
    title: Text,
    index: Index,
    history: Type.Array(QualityPoint),
    rules: Type.Array(WatchedRule),
    check: Type.Union([QualityCheck, Type.Null()]),
  }),
  permission: 'registers.quality.read',
  refusals: [registerNotFound, qualityUndeclared],
})

/** A record that breaks a rule. */
export const Violation = Type.Object({
  violation: ViolationId,
  register: RegisterId,
  record: RecordId,
  version: Type.Integer(),
  rule: Type.String(),
  /** How it should be. */
  text: Text,
  dimension: Dimension,
  severity: Severity,
  fields: Type.Array(Type.String()),
  state: ViolationState,
  foundAt: Instant,
  endedAt: Type.Union([Instant, Type.Null()]),
  /** The case in which it is worked on. */
  case: Type.Union([Type.Object({ case: Type.String(), number: Type.String() }), Type.Null()]),
  accepted: Type.Union([Type.Object({ by: Type.String(), at: Instant, reason: Type.String() }), Type.Null()]),
})
/** A record that breaks a rule. */
export type Violation = Static<typeof Violation>

/** Violations of a register, the newest first. */
export const listViolations = operation({
  name: 'registers.list-violations',
  does: 'Lists the violations of the rules of a register, the newest first: of a rule, a severity, a state, a record.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    register: RegisterId,
    rule: Type.Optional(Type.String({ maxLength: 64 })),
    severity: Type.Optional(Severity),
    /** Open ones when absent. */
    state: Type.Optional(ViolationState),
    record: Type.Optional(RecordId),
    /** Words of the rule in any language, or the id of the record. */
    words: Type.Optional(Type.String({ maxLength: 100 })),
    ...PageInput.properties,
  }),
  output: page(Violation),
  permission: 'registers.quality.read',
  refusals: [registerNotFound, qualityUndeclared],
})

/** Begins a complete check. */
export const checkQuality = operation({
  name: 'registers.check-quality',
  does: 'Begins a complete check of a register against its rules of quality; it is done in portions.',
  input: Type.Object({ organisation: OrganisationId, register: RegisterId }),
  output: Type.Object({ work: Type.String(), key: Type.String() }),
  permission: 'registers.quality.check',
  refusals: [registerNotFound, qualityUndeclared, checkUnderWay],
  accepted: true,
})

/** Notes the case in which a violation is worked on. */
export const assignViolation = operation({
  name: 'registers.assign-violation',
  does: 'Notes the case in which a violation is worked on.',
  input: Type.Object({
    organisation: OrganisationId,
    violation: ViolationId,
    case: Type.String({ maxLength: 60 }),
    number: Type.String({ maxLength: 20 }),
  }),
  output: Type.Object({ violation: ViolationId }),
  permission: 'registers.violation.settle',
  refusals: [violationNotFound],
})

/** Accepts that a record stays as it is. */
export const acceptViolation = operation({
  name: 'registers.accept-violation',
  does: 'Accepts that a record stays as it is though it breaks a rule: the violation counts no more until the record keeps the rule.',
  input: Type.Object({
    organisation: OrganisationId,
    violation: ViolationId,
    reason: Type.String({ minLength: 10, maxLength: 2000 }),
    under: Type.Optional(Type.String({ pattern: '^service:[a-z][a-z0-9-]*$' })),
  }),
  output: Type.Object({ violation: ViolationId }),
  permission: 'registers.violation.settle',
  refusals: [violationNotFound, accessNotGranted],
})
