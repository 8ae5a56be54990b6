import { event, Instant, OrganisationId, operation, PersonId, refusal, Text, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { hallNotFound, UnitId } from './hall.ts'
import { VisitorCard } from './visitor.ts'

/** Id of a visit. */
export const VisitId = TypedId('visit')
/** The header by which a request says in which visit it is made. */
export const visitHeader = 'tereze-visit'

/** A service that an office offers by an agreement with the agency whose service it is. */
export const ServedService = Type.Object({
  service: Type.String(),
  organisation: OrganisationId,
  title: Text,
  /** Whether it is begun by an application; what an event begins is only gone on with. */
  asked: Type.Boolean(),
})
/** A service that an office offers by an agreement. */
export type ServedService = Static<typeof ServedService>

/** How far a code has come: asked for, on its way or there, or not taken by the network. */
export const CodeState = Type.Union([
  Type.Literal('none'),
  Type.Literal('wanted'),
  Type.Literal('sent'),
  Type.Literal('failed'),
])

/** One visit as its operator sees it. */
export const VisitView = Type.Object({
  visit: VisitId,
  unit: UnitId,
  visitor: VisitorCard,
  openedAt: Instant,
  endsAt: Instant,
  confirmedBy: Type.Union([Type.Literal('code'), Type.Literal('signature'), Type.Null()]),
  code: CodeState,
  /** What the visitor confirms, in their language. */
  words: Type.String(),
  /** What may be done within the visit, by the agreements that are in force. */
  services: Type.Array(ServedService),
})
/** One visit as its operator sees it. */
export type VisitView = Static<typeof VisitView>

/** The visit is over, is not yours, or never was. */
export const visitOver = refusal('reception.visit-over', 'gone')
/** Another visit of yours is open. */
export const visitOpen = refusal('reception.visit-open', 'conflict')
/** No living person of this id is in the register. */
export const visitorUnknown = refusal('reception.visitor-unknown', 'not-found')
/** The register keeps no telephone of the visitor. */
export const phoneMissing = refusal('reception.phone-missing', 'conflict')
/** The register keeps a telephone of the visitor: they confirm by a code. */
export const phoneKnown = refusal('reception.phone-known', 'conflict')
/** As many codes were sent in the visit as may be. */
export const codesEnough = refusal('reception.codes-enough', 'too-many')
/** What was drawn is no signature: almost nothing. */
export const signatureEmpty = refusal('reception.signature-empty', 'invalid')
/** The visit is confirmed already. */
export const visitConfirmedAlready = refusal('reception.visit-confirmed-already', 'conflict')

/** A visitor let an operator act for them. */
export const visitConfirmed = event({
  type: 'reception.visit-confirmed',
  does: 'A visitor of a one-stop shop let an operator act for them.',
  data: Type.Object({ visit: VisitId, person: PersonId }),
})

const permission = 'reception.visit.hold'
const Own = { organisation: OrganisationId, visit: VisitId }

/** Opens a visit of a person at a hall; nothing can be done for them before they confirm it. */
export const openVisit = operation({
  name: 'reception.open-visit',
  does: 'Opens the visit of a person who came in; it ends by itself after an hour or with the day.',
  input: Type.Object({ organisation: OrganisationId, unit: UnitId, person: PersonId }),
  output: Type.Object({ visit: VisitId }),
  permission,
  refusals: [hallNotFound, visitorUnknown, visitOpen],
})

/** The operator's own open visit. */
export const getVisit = operation({
  name: 'reception.get-visit',
  does: 'Gives the open visit of the asking operator; null where none is open.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({ visit: Type.Union([VisitView, Type.Null()]) }),
  permission,
})

/** Asks for a one-time code to be sent to the telephone that the register keeps of the visitor. */
export const sendVisitCode = operation({
  name: 'reception.send-visit-code',
  does: 'Sends the visitor a one-time code by SMS; codes sent before hold no longer.',
  input: Type.Object(Own),
  output: Type.Object({ visit: VisitId }),
  permission,
  refusals: [visitOver, visitConfirmedAlready, phoneMissing, codesEnough],
})

/** What came of a code: `left` tries of it, where it was wrong. */
export const CodeOutcome = Type.Object({
  outcome: Type.Union([
    Type.Literal('confirmed'),
    Type.Literal('wrong'),
    Type.Literal('exhausted'),
    Type.Literal('expired'),
  ]),
  left: Type.Integer(),
})
/** What came of a code. */
export type CodeOutcome = Static<typeof CodeOutcome>

/** Tries the code that the visitor told. A wrong one is no refusal: it is counted. */
export const confirmByCode = operation({
  name: 'reception.confirm-by-code',
  does: 'Confirms a visit by the code that the visitor got by SMS.',
  input: Type.Object({ ...Own, code: Type.String({ minLength: 1, maxLength: 20 }) }),
  output: CodeOutcome,
  permission,
  refusals: [visitOver, visitConfirmedAlready],
  emits: [visitConfirmed],
})

/** One line drawn without lifting the pen: x and y in turn, each in thousandths of the field's width and height. */
export const Stroke = Type.Array(Type.Integer({ minimum: 0, maximum: 1000 }), { minItems: 2, maxItems: 2000 })

/** Confirms a visit of somebody of whom no telephone is known by what they drew on the tablet. */
export const confirmBySignature = operation({
  name: 'reception.confirm-by-signature',
  does: 'Confirms a visit by the signature that the visitor drew under the words shown; for whom no telephone is known.',
  input: Type.Object({ ...Own, strokes: Type.Array(Stroke, { minItems: 1, maxItems: 50 }) }),
  output: Type.Object({ visit: VisitId }),
  permission,
  refusals: [visitOver, visitConfirmedAlready, phoneKnown, signatureEmpty],
  emits: [visitConfirmed],
})

/** Ends a visit. */
export const endVisit = operation({
  name: 'reception.end-visit',
  does: 'Ends a visit of the asking operator.',
  input: Type.Object(Own),
  output: Type.Object({ visit: VisitId }),
  permission,
  refusals: [visitOver],
})
