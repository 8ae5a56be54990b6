import { type CompiledExpression, type FeelContext, type FeelValue, newContext, runExpression } from '@tereze/feel'
import type { DecisionTable, Text } from '../model/model.ts'
import type { Scope } from './compile-expression.ts'
import type { Evaluation, Step } from './evaluation.ts'
import { resultOf } from './hit-policy.ts'
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
  readonly type: DecisionType
  /** Values in the order of their priority; null when the clause does not list any. */
  readonly priorities: CompiledExpression | null
  readonly byDefault: CompiledExpression | null
}

/** A table that is ready to run. */
export interface CompiledTable {
  readonly table: DecisionTable
  readonly inputs: readonly Column[]
  readonly outputs: readonly OutputColumn[]
  /** By rule, by column; null where the cell is `-` or empty. */
  readonly tests: readonly (readonly (CompiledExpression | null)[])[]
  readonly cells: readonly (readonly (CompiledExpression | null)[])[]
}

/** Compiles a decision table (DMN 1.5 §8); `feel` and `unary` compile its texts and report what is wrong. */
export function compileTable(table: DecisionTable, scope: Scope, feel: Compile, unary: Compile): Step {
  const kept = new Map<string, CompiledExpression | null>()
  // The same text means the same in every row, and tables repeat themselves.
  const once = (text: Text, prefix: string, compile: Compile): CompiledExpression | null => {
    const key = prefix + text.text
    const known = kept.get(key)
    if (known !== undefined) return known
    const compiled = compile(text, scope)
    kept.set(key, compiled)
    return compiled
  }
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
    return {
      name: output.name,
      type: output.typeRef === null ? ANY_TYPE : scope.types.of(output.typeRef, output),
      priorities: values === null ? null : feel({ ...values, text: `[${values.text}]` }, scope),
      byDefault:
        output.defaultEntry === null || output.defaultEntry.text === '' ? null : must(feel(output.defaultEntry, scope)),
    }
  })
  for (const rule of table.rules)
    if (rule.tests.length !== inputs.length || rule.outputs.length !== outputs.length) {
      scope.problems.add('dmn.table-malformed', rule, 'The rule has not as many entries as the table has columns.')
      broken = true
    }
  const tests = table.rules.map(rule =>
    rule.tests.map(text => (text.text === '' || text.text === '-' ? null : must(once(text, '?', unary)))),
  )
  const cells = table.rules.map(rule =>
    rule.outputs.map(text => (text.text === '' ? null : must(once(text, '=', feel)))),
  )
  if (broken) return (_variables, evaluation) => evaluation.warnings.add('dmn.expression-invalid', scope.owner, table)
  const compiled: CompiledTable = { table, inputs, outputs, tests, cells }
  return (variables, evaluation) => evaluateTable(compiled, scope.owner, variables, evaluation)
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
  const matched: number[] = []
  const firstOnly = table.hitPolicy === 'FIRST'
  for (let rule = 0; rule < compiled.tests.length; rule++) {
    evaluation.session.spend(1)
    const failedAt = failingColumn(compiled, rule, values, owner, variables, evaluation)
    if (evaluation.recorder !== null) tried.push({ index: rule, matched: failedAt === null, failedAt })
    if (failedAt === null) {
      matched.push(rule)
      if (firstOnly) break
    }
  }
  const outputOf = (rule: number): FeelValue[] =>
    compiled.outputs.map((output, column) => {
      const cell = compiled.cells[rule]?.[column] ?? null
      const text = table.rules[rule]?.outputs[column] ?? table
      const given = cell === null ? null : run(cell, owner, text, evaluation, variables)
      const value = output.type.check(given, evaluation.session, false)
      return value === undefined ? evaluation.warnings.add('dmn.type-mismatch', owner, text) : value
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
    table,
    inputs: values,
    rules: tried,
    chosen: outcome.chosen,
    outputs,
    value: outcome.value,
  })
  return outcome.value
}

/** The first column whose test the rule does not pass; null when it passes all. */
function failingColumn(
  compiled: CompiledTable,
  rule: number,
  values: readonly FeelValue[],
  owner: string,
  variables: FeelContext,
  evaluation: Evaluation,
): number | null {
  const tests = compiled.tests[rule] ?? []
  for (let column = 0; column < tests.length; column++) {
    const test = tests[column]
    if (test === null || test === undefined) continue
    const text = compiled.table.rules[rule]?.tests[column] ?? compiled.table
    if (run(test, owner, text, evaluation, variables, values[column] ?? null) !== true) return column
  }
  return null
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
  return composed(
    compiled,
    compiled.outputs.map(output =>
      output.byDefault === null ? null : run(output.byDefault, owner, compiled.table, evaluation, variables),
    ),
  )
}
