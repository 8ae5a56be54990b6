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

/** Id of an incident. */
export const IncidentId = TypedId('incident')
/** How much an incident matters. */
export const Severity = Type.Enum(['low', 'medium', 'high'])
/** What the security officer found: it is one, or it was a false alarm. */
export const IncidentOutcome = Type.Enum(['real', 'false-alarm'])

/** Something unusual that a rule found in the audit log. It names an actor and lines of the log, and no person. */
export const Incident = Type.Object({
  incident: IncidentId,
  rule: Type.String(),
  /** What the rule is called; the id where it is no more. */
  title: Text,
  severity: Severity,
  /** Id of the actor; of a person the name in the log. */
  actor: Type.String(),
  actorKind: Type.String(),
  /** How many lines or subjects were counted, also after the alert within its window. */
  count: Type.Integer(),
  since: Instant,
  until: Instant,
  raised: Instant,
  case: Type.Union([Type.Object({ case: Type.String(), number: Type.String() }), Type.Null()]),
  judgement: Type.Union([
    Type.Object({ outcome: IncidentOutcome, reason: Type.String(), by: Type.String(), at: Instant }),
    Type.Null(),
  ]),
})
/** Something unusual that a rule found in the audit log. */
export type Incident = Static<typeof Incident>

/** A line of the audit log that an incident rests on. */
export const IncidentLine = Type.Object({
  line: Type.String(),
  /** Its place in the log. */
  index: Type.Integer(),
  time: Instant,
  operation: Type.String(),
  outcome: Type.String(),
  ground: Type.Union([Type.String(), Type.Null()]),
  fields: Type.Array(Type.String()),
  /** How many persons it is about. */
  subjects: Type.Integer(),
})
/** A line of the audit log that an incident rests on. */
export type IncidentLine = Static<typeof IncidentLine>

/** There is no such incident. */
export const incidentNotFound = refusal('vigilance.incident-not-found', 'not-found')
/** It has been judged. */
export const incidentJudgedAlready = refusal('vigilance.incident-judged-already', 'conflict')
/** Nobody judges an incident about themselves. */
export const incidentOwn = refusal('vigilance.incident-own', 'forbidden')
/** Incidents are judged by the service to which the rules give them. */
export const incidentOfService = refusal('vigilance.incident-of-service', 'forbidden')
/** An exemption ends after today, and within a year. */
export const exemptionTermUnfit = refusal('vigilance.exemption-term-unfit', 'invalid')

/** Something unusual was found. */
export const incidentRaised = event({
  type: 'vigilance.incident-raised',
  does: 'A rule found something unusual in the audit log.',
  data: Type.Object({ incident: IncidentId, rule: Type.String(), severity: Severity }),
})
/** The security officer judged an incident. */
export const incidentJudged = event({
  type: 'vigilance.incident-judged',
  does: 'The security officer said whether what was found is an incident or a false alarm.',
  data: Type.Object({ incident: IncidentId, rule: Type.String(), outcome: IncidentOutcome }),
})

/** The incidents of an organisation. */
export const listIncidents = operation({
  name: 'vigilance.list-incidents',
  does: 'Lists what rules found unusual in an organisation’s audit log, newest first; all, those of one rule, or those that wait to be judged.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    rule: Type.Optional(Type.String({ maxLength: 100 })),
    open: Type.Optional(Type.Boolean()),
    ...PageInput.properties,
  }),
  output: page(Incident),
  permission: 'vigilance.incident.read',
})

/** One incident with its lines. */
export const getIncident = operation({
  name: 'vigilance.get-incident',
  does: 'Gives an incident with the lines of the audit log that it rests on.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, incident: IncidentId }),
  output: Type.Object({ incident: Incident, why: Text, lines: Type.Array(IncidentLine) }),
  permission: 'vigilance.incident.read',
  refusals: [incidentNotFound],
})

/** Notes the case of an incident. */
export const assignIncident = operation({
  name: 'vigilance.assign-incident',
  does: 'Notes the case in which an incident is judged.',
  input: Type.Object({
    organisation: OrganisationId,
    incident: IncidentId,
    case: Type.String({ maxLength: 100 }),
    number: Type.String({ maxLength: 100 }),
  }),
  output: Type.Object({ incident: IncidentId }),
  permission: 'vigilance.incident.judge',
  refusals: [incidentNotFound],
})

/** Judges an incident. */
export const judgeIncident = operation({
  name: 'vigilance.judge-incident',
  does: 'Says whether what was found is an incident or a false alarm; from a false alarm the rule may learn: another threshold for this actor, or none, until a day.',
  input: Type.Object({
    organisation: OrganisationId,
    incident: IncidentId,
    outcome: IncidentOutcome,
    reason: Type.String({ minLength: 10, maxLength: 2000 }),
    exempt: Type.Optional(
      Type.Object({ until: LocalDate, reaches: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })) }),
    ),
    under: Type.Optional(Type.String({ pattern: '^service:[a-z][a-z0-9-]*$' })),
  }),
  output: Type.Object({ incident: IncidentId }),
  permission: 'vigilance.incident.judge',
  refusals: [incidentNotFound, incidentJudgedAlready, incidentOwn, incidentOfService, exemptionTermUnfit],
  emits: [incidentJudged],
})
