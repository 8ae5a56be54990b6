import { Instant, LocalDate, OrganisationId, operation, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { caseNotFound } from './case.ts'
import { CaseId } from './case-id.ts'

/** A line of an annex and how far it is set in, from zero; a line at zero is a heading. */
export const AnnexText = Type.Object({ level: Type.Integer({ minimum: 0, maximum: 2 }), text: Text })

/** How one decision came about, as the annex of the decision prints it. */
export const DecisionAnnex = Type.Object({
  decision: Type.String(),
  title: Text,
  at: Instant,
  /** What holds for the decision as a whole: whose date its rules follow, editions, roundings, that it is automatic; each with its clause. */
  grounds: Type.Array(Type.Object({ text: Text, clause: Type.Union([Type.String(), Type.Null()]) })),
  /** The legal date whose rules and parameters were applied; null for decisions before it was kept. */
  rulesOn: Type.Union([LocalDate, Type.Null()]),
  /** SHA-256 of the decision file. */
  modelHash: Type.String(),
  lines: Type.Array(AnnexText),
})
/** How one decision came about, as the annex of the decision prints it. */
export type DecisionAnnex = Static<typeof DecisionAnnex>

const input = Type.Object({ organisation: OrganisationId, case: CaseId })
const output = Type.Object({ number: Type.String(), service: Text, decisions: Type.Array(DecisionAnnex) })

/** The annex of an own case's decisions. */
export const getOwnAnnex = operation({
  name: 'cases.get-own-annex',
  does: 'Gives a person the annex of the decisions of an own case: data, every rule that was tried and why not, clauses, results.',
  kind: 'query',
  input,
  output,
  permission: 'cases.case.read-own',
  scope: 'applications.read',
  refusals: [caseNotFound],
})

/** The annex of a case's decisions for the organisation that made them. */
export const getAnnex = operation({
  name: 'cases.get-annex',
  does: 'Gives an official the annex of the decisions of a case: data, every rule that was tried and why not, clauses, results.',
  kind: 'query',
  input,
  output,
  permission: 'cases.case.read',
  refusals: [caseNotFound],
})
