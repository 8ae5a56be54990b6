export type { BuiltinUse } from './builtin-uses.ts'
export { builtinNames } from './builtins/index.ts'
export {
  bounded,
  builtinUses,
  type Compilation,
  type CompiledExpression,
  type CompileOptions,
  compileExpression,
  compileUnaryTests,
  type EvaluateOptions,
  type Evaluation,
  entryNames,
  evaluate,
  evaluateExpression,
  evaluateUnaryTests,
  literals,
  Names,
  references,
  runExpression,
} from './expression.ts'
export { exactJson, fromExactJson, fromJson, type Json, toJson } from './json.ts'
export type { Literal } from './literals.ts'
export { readAt } from './semantics/at-literal.ts'
export { coerce } from './semantics/coercion.ts'
export { DEFAULT_LIMITS, type Limits, Session } from './semantics/run.ts'
export { WARNING_CODES, type Warning, type WarningCode } from './semantics/warning.ts'
export type { ProblemCode, SyntaxProblem } from './syntax/problem.ts'
export type { Node } from './syntax/tree.ts'
export { add, approximate, compareNumbers, divide, multiply, roundTo } from './values/arithmetic.ts'
export { civilDate } from './values/calendar.ts'
export { compareValues, equalValues, inRange } from './values/compare.ts'
export { Decimal, type FeelNumber, numberText, parseNumeral } from './values/decimal.ts'
export { DaysTimeDuration, parseDuration, YearsMonthsDuration } from './values/durations.ts'
export { type CallSite, FeelFunction, type Parameter } from './values/function.ts'
export { Allowance, type LimitCode, LimitFault, type Meter } from './values/meter.ts'
export { FeelRange } from './values/range.ts'
export { FeelDate, FeelDateTime, FeelTime, parseDate, parseDateTime, parseTime } from './values/temporal.ts'
export { literalOf, textOf } from './values/text.ts'
export { ANY, conforms, type FeelType, isInstance, simpleType, typeConforms } from './values/types.ts'
export {
  entryOf,
  type FeelContext,
  type FeelValue,
  isContext,
  isList,
  isNumber,
  type Kind,
  kindOf,
  newContext,
} from './values/value.ts'
