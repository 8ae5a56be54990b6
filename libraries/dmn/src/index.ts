export {
  type Analysis,
  analyse,
  type Overlap,
  type Region,
  type Subsumed,
  type Unreachable,
} from './analysis/analyse.ts'
export { builtinUsesOf, type PlacedUse } from './analysis/builtin-uses.ts'
export { literalsOf, type PlacedLiteral } from './analysis/literals.ts'
export { readPathsOf } from './analysis/read-paths.ts'
export { compareModels, type ModelDifference } from './compare/compare-models.ts'
export { type Description, describe } from './describe/describe.ts'
export type { Language } from './describe/phrases.ts'
export {
  addDecision,
  addInputData,
  setInputType,
  setLiteral,
  setQuestion,
  setRequirement,
} from './edit/edit-model.ts'
export {
  addColumn,
  addRule,
  type ColumnKind,
  type ColumnSettings,
  duplicateRule,
  moveColumn,
  moveRule,
  type NewRule,
  removeColumn,
  removeRule,
  setCell,
  setColumn,
  setHitPolicy,
} from './edit/edit-table.ts'
export { emptyModel } from './edit/empty-model.ts'
export { type GraphNode, type RequirementsGraph, requirementsGraph } from './edit/requirements-graph.ts'
export { type Column, type ColumnOutcome, evaluateColumns } from './engine/columns.ts'
export { type CompiledModel, type CompileOptions, compile } from './engine/compile.ts'
export { type EvaluateOptions, evaluate, type Outcome } from './engine/evaluate.ts'
export type { Problem, ProblemCode } from './engine/problem.ts'
export { compileRows, type RowDecision, type RowValue } from './engine/rows.ts'
export type { DecisionWarning } from './engine/warning.ts'
export type * from './model/model.ts'
export { expressionsOf, type Placed, tablesOf } from './model/walk.ts'
export { type ParseError, type ParseResult, parse } from './reader/parse.ts'
export { type AnnexLine, type AnnexWords, annexOf } from './trace/annex.ts'
export type { StoredTrace, TraceOfFormatOne } from './trace/format-one.ts'
export { type Difference, type Replay, replay } from './trace/replay.ts'
export type {
  FailedTest,
  Trace,
  TracedDecision,
  TracedInput,
  TracedRule,
  TracedTable,
  TracedWarning,
} from './trace/trace.ts'
