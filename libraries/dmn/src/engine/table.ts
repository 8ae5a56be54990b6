import {
  bounded,
  type CompiledExpression,
  type FeelContext,
  type FeelValue,
  isContext,
  isList,
  kindOf,
  newContext,
  runExpression,
  Session,
} from '@tereze/feel'
import type { DecisionTable, Part, Text } from '../model/model.ts'
import { type Cell, cellHolds, readCell } from '../tables/cell.ts'
import { quickCell, quickLiteral } from '../tables/quick-cell.ts'
import { indexRules, type Look, type RuleIndex } from '../tables/rule-index.ts'
import type { Scope } from './compile-expression.ts'
import type { Evaluation, Step } from './evaluation.ts'
import { givesList, resultOf } from './hit-policy.ts'
import type { TriedRule } from './recorder.ts'
import { ANY_TYPE, type DecisionType, withTests } from './types.ts'

type Compile = (text: Text, scope: Scope) => CompiledExpression | null

interface Column {
  readonly expression: CompiledExpression | null
  readonly text: Text
  readonly type: DecisionType
}

interface OutputColumn {
  readonly name: string
  /** The type of an entry, the listed values included. */
  readonly type: DecisionType
  /** The declared type alone. */
  readonly base: DecisionType
  /** Values in the order of their priority; null when the clause does not list any. */
  readonly priorities: CompiledExpression | null
  readonly byDefault: CompiledExpression | null
  /** FEEL text of the default; null when there is none. */
  readonly defaultText: string | null
}

/** A cell whose FEEL is compiled when it is first needed: the index and constants make that rare. */
export interface CompiledCell {
  readonly text: Text
  /** What the index understands of it. */
  readonly cell: Cell
  readonly test: () => CompiledExpression | null
}

/** An output entry: a constant, or FEEL. */
export interface CompiledOutput {
  readonly text: Text
  readonly constant: FeelValue | undefined
  readonly expression: CompiledExpression | null
}

/** A table that is ready to run. */
export interface CompiledTable {
  readonly table: DecisionTable
  readonly inputs: readonly Column[]
  readonly outputs: readonly OutputColumn[]
  /** By rule, by column; null where the cell is `-` or empty. */
  readonly tests: readonly (readonly (CompiledCell | null)[])[]
  readonly cells: readonly (readonly (CompiledOutput | null)[])[]
  /** Made when the table is first used. */
  index: RuleIndex | null | undefined
}

/**
 * Compiles a decision table (DMN 1.5 §8); `feel` and `unary` compile its texts and report what is wrong. `table` is null when
 * it cannot be evaluated.
 */
export function compileTable(
  table: DecisionTable,
  scope: Scope,
  feel: Compile,
  unary: Compile,
): { readonly step: Step; readonly table: CompiledTable | null } {
  // The same text means the same in every row, and tables repeat themselves.
  const keptCells = new Map<string, CompiledCell | null>()
  const keptOutputs = new Map<string, CompiledOutput | null>()
  let broken = false
  const must = (compiled: CompiledExpression | null): CompiledExpression | null => {
    if (compiled === null) broken = true
    return compiled
  }
  const inputs = table.inputs.map((input): Column => {
    const base = input.typeRef === null ? ANY_TYPE : scope.types.of(input.typeRef, input)
    const values = input.values === null || input.values.text === '' ? null : unary(input.values, scope)
    return {
      text: input.expression,
      expression: input.expression.text === '' ? null : must(feel(input.expression, scope)),
      type: values === null ? base : withTests(base, values),
    }
  })
  const outputs = table.outputs.map((output): OutputColumn => {
    const values = output.values === null || output.values.text === '' ? null : output.values
    const base = output.typeRef === null ? ANY_TYPE : scope.types.of(output.typeRef, output)
    const tests = values === null ? null : must(unary(values, scope))
    return {
      name: output.name,
      base,
      type: tests === null ? base : withTests(base, tests),
      defaultText: output.defaultEntry === null || output.defaultEntry.text === '' ? null : output.defaultEntry.text,
      priorities: values === null ? null : feel(listed(values), scope),
      byDefault:
        output.defaultEntry === null || output.defaultEntry.text === '' ? null : must(feel(output.defaultEntry, scope)),
    }
  })
  const misshapen = (part: Part, message: string): void => {
    scope.problems.add('dmn.table-malformed', part, message)
    broken = true
  }
  for (const [part, message] of misshapenParts(table)) misshapen(part, message)
  for (const unknown of table.unknown ?? []) {
    scope.problems.add('dmn.hit-policy-unknown', table, `DMN has no hit policy or aggregator "${unknown}".`)
    broken = true
  }
  for (const rule of table.rules)
    if (rule.tests.length !== inputs.length || rule.outputs.length !== outputs.length)
      misshapen(rule, 'The rule has not as many entries as the table has columns.')
  const cellOf = (text: Text): CompiledCell | null => {
    const known = keptCells.get(text.text)
    if (known !== undefined) return known
    const quick = quickCell(text.text)
    let compiled: CompiledExpression | null | undefined = quick === null ? must(unary(text, scope)) : undefined
    const cell: CompiledCell = {
      text,
      cell: quick ?? (compiled === null ? 'opaque' : readCell(text.text)),
      test: () => {
        if (compiled === undefined) compiled = unary(text, scope)
        return compiled
      },
    }
    keptCells.set(text.text, cell)
    return cell
  }
  const outputOf = (text: Text): CompiledOutput | null => {
    const known = keptOutputs.get(text.text)
    if (known !== undefined) return known
    const constant = quickLiteral(text.text)
    const output = { text, constant, expression: constant === undefined ? must(feel(text, scope)) : null }
    keptOutputs.set(text.text, output)
    return output
  }
  const tests = table.rules.map(rule =>
    rule.tests.map(text => (text.text === '' || text.text === '-' ? null : cellOf(text))),
  )
  const cells = table.rules.map(rule => rule.outputs.map(text => (text.text === '' ? null : outputOf(text))))
  if (broken)
    return {
      step: (_variables, evaluation) => evaluation.warnings.add('dmn.expression-invalid', scope.owner, table),
      table: null,
    }
  reportConstants(table, outputs, cells, scope)
  const compiled: CompiledTable = { table, inputs, outputs, tests, cells, index: undefined }
  return {
    step: (variables, evaluation) => evaluateTable(compiled, scope.owner, variables, evaluation),
    table: compiled,
  }
}

/** The listed values of an output as a list, whose order is the priority; its places are those of the values. */
function listed(values: Text): Text {
  const places = (values.places ?? []).map((number, i) => (i % 3 === 0 ? number + 1 : number))
  return { ...values, text: `[${values.text}]`, places }
}

/** Parts of a table that cannot mean anything together (§8.2.4, §8.2.8). */
function misshapenParts(table: DecisionTable): (readonly [Part, string])[] {
  const { outputs, aggregator } = table
  const seen = new Set<string>()
  const unnamed = outputs.filter(({ name }) => {
    const known = name === '' || seen.has(name)
    seen.add(name)
    return known && outputs.length > 1
  })
  return [
    ...unnamed.map(output => [output, 'Outputs of a table that has several need names of their own.'] as const),
    ...(aggregator !== null && outputs.length > 1
      ? [[table, `${aggregator} takes one output; the table has ${outputs.length}.`] as const]
      : []),
    ...(aggregator !== null && table.hitPolicy !== 'COLLECT'
      ? [[table, `${aggregator} goes with the hit policy COLLECT only.`] as const]
      : []),
  ]
}

/** Says which constants among the outputs and defaults are of the wrong type or not among the listed values. */
function reportConstants(
  table: DecisionTable,
  outputs: readonly OutputColumn[],
  cells: CompiledTable['cells'],
  scope: Scope,
): void {
  const session = new Session()
  const look = (text: Text, output: OutputColumn, constant: FeelValue | undefined): void => {
    if (constant === undefined || output.type.check(constant, session, false) !== undefined) return
    if (output.base.check(constant, session, false) === undefined)
      scope.problems.add('dmn.type-mismatch', text, `${text.text} is not of the type of the output.`, 0)
    else scope.problems.add('dmn.output-not-allowed', text, `${text.text} is not among the values of the output.`, 0)
  }
  for (const [column, output] of outputs.entries()) {
    if (output.type === ANY_TYPE) continue
    const seen = new Set<CompiledOutput>()
    for (const [rule, row] of cells.entries()) {
      const cell = row[column] ?? null
      if (cell === null || seen.has(cell)) continue
      seen.add(cell)
      look(table.rules[rule]?.outputs[column] ?? cell.text, output, cell.constant)
    }
    const byDefault = table.outputs[column]?.defaultEntry ?? null
    if (byDefault !== null && output.byDefault !== null) look(byDefault, output, quickLiteral(byDefault.text))
  }
}

function run(
  expression: CompiledExpression,
  owner: string,
  part: Text | DecisionTable,
  evaluation: Evaluation,
  variables: FeelContext,
  input?: FeelValue,
): FeelValue {
  const { session } = evaluation
  const before = session.warnings.length
  const value = runExpression(expression, session, variables, input)
  if (session.warnings.length > before) evaluation.warnings.claim(owner, part)
  return value
}

function evaluateTable(
  compiled: CompiledTable,
  owner: string,
  variables: FeelContext,
  evaluation: Evaluation,
): FeelValue {
  const { table } = compiled
  const values: FeelValue[] = []
  for (const input of compiled.inputs) {
    const given = input.expression === null ? null : run(input.expression, owner, input.text, evaluation, variables)
    const value = input.type.check(given, evaluation.session, false)
    if (value === undefined) return evaluation.warnings.add('dmn.input-not-allowed', owner, input.text)
    values.push(value)
  }
  const tried: TriedRule[] = []
  const matched = matchedRules(compiled, values, owner, variables, evaluation, tried)
  const outputOf = (rule: number): FeelValue[] =>
    compiled.outputs.map((output, column) => {
      const cell = compiled.cells[rule]?.[column] ?? null
      if (cell === null) return null
      const given =
        cell.constant !== undefined || cell.expression === null
          ? (cell.constant ?? null)
          : run(cell.expression, owner, cell.text, evaluation, variables)
      const text = table.rules[rule]?.outputs[column] ?? cell.text
      return allowed(output, given, owner, text, evaluation)
    })
  const outputs = matched.map(outputOf)
  const outcome = resultOf(table, {
    matched,
    outputs,
    compose: row => composed(compiled, row),
    priorities: column => {
      const list = compiled.outputs[column]?.priorities
      return list === null || list === undefined ? null : run(list, owner, table, evaluation, variables)
    },
    otherwise: () => byDefault(compiled, owner, variables, evaluation),
    warn: code => evaluation.warnings.add(code, owner, table),
  })
  evaluation.recorder?.table({
    owner,
    table,
    inputs: values,
    rules: tried,
    chosen: outcome.chosen,
    outputs,
    byDefault: matched.length === 0 && compiled.outputs.some(output => output.byDefault !== null),
    value: outcome.value,
  })
  return outcome.value
}

/**
 * The rules that match, in the order of the table. The index answers first, and only the cells that it does not understand
 * are evaluated, of the rules that it leaves; a trace is told of every rule all the same.
 */
function matchedRules(
  compiled: CompiledTable,
  values: readonly FeelValue[],
  owner: string,
  variables: FeelContext,
  evaluation: Evaluation,
  tried: TriedRule[],
): number[] {
  const look = indexOf(compiled)?.look(values) ?? null
  const traced = evaluation.recorder !== null
  const rules = look === null || traced ? compiled.tests.keys() : look.rules
  const firstOnly = compiled.table.hitPolicy === 'FIRST'
  const matched: number[] = []
  for (const rule of rules) {
    evaluation.session.spend(1)
    const failedAt =
      (traced ? look?.failing(rule) : null) ??
      failingColumn(compiled, rule, values, owner, variables, evaluation, look?.sure ?? null)
    if (traced) {
      const alsoFailedAt =
        failedAt === null ? [] : otherFailures(compiled, rule, failedAt, values, look, variables, evaluation)
      tried.push({ index: rule, matched: failedAt === null, failedAt, alsoFailedAt })
    }
    if (failedAt !== null) continue
    matched.push(rule)
    if (firstOnly) break
  }
  return matched
}

function indexOf(compiled: CompiledTable): RuleIndex | null {
  if (compiled.index === undefined)
    compiled.index = indexRules(
      compiled.tests.map(row => row.map(cell => cell?.cell ?? 'all')),
      compiled.inputs.length,
    )
  return compiled.index
}

/** The first column whose test the rule does not pass; null when it passes all. Columns that are sure are passed over. */
function failingColumn(
  compiled: CompiledTable,
  rule: number,
  values: readonly FeelValue[],
  owner: string,
  variables: FeelContext,
  evaluation: Evaluation,
  sure: readonly boolean[] | null,
): number | null {
  const tests = compiled.tests[rule] ?? []
  for (let column = 0; column < tests.length; column++) {
    const cell = tests[column]
    if (cell === null || cell === undefined || (sure !== null && sure[column] === true && cell.cell !== 'opaque'))
      continue
    const test = cell.test()
    const text = compiled.table.rules[rule]?.tests[column] ?? compiled.table
    if (test === null || run(test, owner, text, evaluation, variables, values[column] ?? null) !== true) return column
  }
  return null
}

/** Enough for one cell; what needs more is not said to have failed. */
const CELL_STEPS = 100_000

/**
 * The columns after the one that decided whose test a rule does not pass either, for a trace. Tests that the evaluation has not
 * needed are run apart from it: what they warn of is not its own.
 */
function otherFailures(
  compiled: CompiledTable,
  rule: number,
  failedAt: number,
  values: readonly FeelValue[],
  look: Look | null,
  variables: FeelContext,
  { session }: Evaluation,
): number[] {
  const found: number[] = []
  const tests = compiled.tests[rule] ?? []
  for (let column = 0; column < tests.length; column++) {
    const cell = tests[column]
    if (cell === null || cell === undefined || column === failedAt) continue
    if (look?.sure[column] === true && cell.cell !== 'opaque') {
      if (look.fails(rule, column)) found.push(column)
      continue
    }
    const value = values[column] ?? null
    if (cell.cell !== 'opaque' && isScalar(value)) {
      if (!cellHolds(cell.cell, value)) found.push(column)
      continue
    }
    const test = cell.test()
    if (test === null) continue
    const apart = new Session({ ...clockOf(session), limits: { steps: CELL_STEPS } })
    const passed = bounded(apart, 0, () => runExpression(test, apart, variables, value))
    if (passed !== true && !apart.warnings.some(({ code }) => LIMITS.has(code))) found.push(column)
  }
  return found
}

function isScalar(value: FeelValue): boolean {
  return !isList(value) && !isContext(value) && !['range', 'function'].includes(kindOf(value))
}

const LIMITS = new Set(['feel.too-many-steps', 'feel.recursion-too-deep'])

function clockOf({ now, zone }: Session): { readonly now?: string; readonly zone?: string } {
  return { ...(now === undefined ? {} : { now }), ...(zone === undefined ? {} : { zone }) }
}

/** One value for a table of one output, a context by output name for more. */
function composed(compiled: CompiledTable, row: readonly FeelValue[]): FeelValue {
  if (compiled.outputs.length === 1) return row[0] ?? null
  const context = newContext()
  for (let i = 0; i < compiled.outputs.length; i++) context[compiled.outputs[i]?.name ?? ''] = row[i] ?? null
  return context
}

function byDefault(compiled: CompiledTable, owner: string, variables: FeelContext, evaluation: Evaluation): FeelValue {
  if (compiled.outputs.every(output => output.byDefault === null)) return null
  const { table } = compiled
  const many = givesList(table)
  return composed(
    compiled,
    compiled.outputs.map((output, column) => {
      const text = table.outputs[column]?.defaultEntry ?? null
      if (output.byDefault === null || text === null) return null
      const given = run(output.byDefault, owner, text, evaluation, variables)
      // Where the result is a list, the default may be one.
      return many && isList(given) ? given : allowed(output, given, owner, text, evaluation)
    }),
  )
}

/** An output that its column takes; otherwise null with a warning. */
function allowed(output: OutputColumn, given: FeelValue, owner: string, text: Text, evaluation: Evaluation): FeelValue {
  if (output.type === ANY_TYPE) return given
  const value = output.type.check(given, evaluation.session, false)
  if (value !== undefined) return value
  const typed = output.base.check(given, evaluation.session, false) !== undefined
  return evaluation.warnings.add(typed ? 'dmn.output-not-allowed' : 'dmn.type-mismatch', owner, text)
}
