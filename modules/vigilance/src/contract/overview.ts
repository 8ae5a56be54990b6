import { Instant, LocalDate, OrganisationId, operation, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Severity } from './incident.ts'

/** A rule with what it found lately. */
export const RuleStanding = Type.Object({
  rule: Type.String(),
  title: Text,
  why: Text,
  severity: Severity,
  counts: Type.Enum(['lines', 'subjects']),
  reaches: Type.Integer(),
  minutes: Type.Integer(),
  /** Incidents of the days shown, and how many of them were false alarms. */
  found: Type.Integer(),
  falseAlarms: Type.Integer(),
})
/** A rule with what it found lately. */
export type RuleStanding = Static<typeof RuleStanding>

/** Incidents of one day by how much they matter. */
export const IncidentDay = Type.Object({
  day: LocalDate,
  low: Type.Integer(),
  medium: Type.Integer(),
  high: Type.Integer(),
})
/** Incidents of one day. */
export type IncidentDay = Static<typeof IncidentDay>

/** How it stands with the vigilance over an organisation's audit log. */
export const getOverview = operation({
  name: 'vigilance.get-overview',
  does: 'Gives the incidents of the last thirty days by day and rule, how many wait to be judged, and how far the audit log has been looked at.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId }),
  output: Type.Object({
    open: Type.Integer(),
    /** Days in the organisation's zone, the oldest first, none left out. */
    days: Type.Array(IncidentDay),
    rules: Type.Array(RuleStanding),
    /** How many lines of the log have been looked at, of how many sealed ones, and when. */
    looked: Type.Object({
      lines: Type.Integer(),
      of: Type.Integer(),
      at: Type.Union([Instant, Type.Null()]),
    }),
  }),
  permission: 'vigilance.incident.read',
})
