export { compileDecisions, type DecisionModels } from './compile-decisions.ts'
export { type DecisionFound, findDecision } from './find-decision.ts'
export {
  type CaseDates,
  type Edition,
  editionOf,
  type Rounding,
  type RulesInTime,
  rulesDateOf,
} from './rules-in-time.ts'
