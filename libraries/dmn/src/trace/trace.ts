import { type FeelValue, isContext, isList, type Json, type Limits, textOf, toJson } from '@tereze/feel'
import type { Made, Recorder, TriedRule, TriedTable } from '../engine/recorder.ts'
import type { DecisionWarning } from '../engine/warning.ts'
import type { Model } from '../model/model.ts'
import { isTooDeep, toExact } from './exact-json.ts'

/** How a value came about, in a form that a person can read and a machine can compare (`trace.schema.json`). */
export interface Trace {
  readonly format: 2
  readonly model: { readonly name: string; readonly namespace: string }
  /** The decision, service or knowledge model that was asked for. */
  readonly asked: string
  readonly now: string | null
  readonly zone: string | null
  /** Version of the zone rules, when the host said it. */
  readonly zoneRules: string | null
  /** True when dates among the inputs had to be FEEL values already. */
  readonly strict: boolean
  /** The bounds of the evaluation, where it had its own. */
  readonly limits: Partial<Limits> | null
  readonly inputs: readonly TracedInput[]
  /** In the order in which they were made; the last is usually the one that was asked for. */
  readonly decisions: readonly TracedDecision[]
  readonly value: Json
  readonly warnings: readonly TracedWarning[]
}

/** One input: as it was given and what it became. */
export interface TracedInput {
  /** Its place in the data, parts joined by dots. */
  readonly name: string
  readonly path: readonly string[]
  /** Exactly as it was given; what JSON has not is tagged `$feel`. Left out when the data had none. */
  readonly given?: Json
  /** As the type of the input takes it; null when it does not. */
  readonly value: Json
}

/** Why a part of the value is null. */
export interface TracedWarning {
  readonly code: string
  readonly decision: string
  readonly element: string
  readonly text: string
}

/** One decision as it was made. */
export interface TracedDecision {
  readonly name: string
  readonly id: string
  readonly requires: readonly string[]
  readonly tables: readonly TracedTable[]
  readonly value: Json
}

/** One decision table as it was tried. */
export interface TracedTable {
  readonly id: string
  /** The decision or knowledge model whose logic the table is, or is part of. */
  readonly owner: string
  readonly hitPolicy: string
  readonly inputs: readonly { readonly label: string; readonly expression: string; readonly value: Json }[]
  /** Every rule that was tried, in the order of the table, numbered from one. */
  readonly rules: readonly TracedRule[]
  /** Numbers of the rules that gave the value. */
  readonly chosen: readonly number[]
  /** Present when no rule matched and the default outputs gave the value. */
  readonly byDefault?: true
  readonly value: Json
}

/** One rule as it was tried. */
export interface TracedRule {
  readonly rule: number
  /** Its id in the model; its number where it has none. */
  readonly id: string
  readonly matched: boolean
  /** Why the rule did not match: the first column whose test the input did not pass. */
  readonly failed?: FailedTest
  /** The other columns whose tests the inputs did not pass either. */
  readonly alsoFailed?: readonly FailedTest[]
  /** What the rule says, by the names of the annotation columns: the paragraph of the law, for instance. */
  readonly annotations?: Readonly<Record<string, string>>
  readonly outputs?: Readonly<Record<string, Json>>
}

/** A test that an input did not pass. */
export interface FailedTest {
  readonly input: string
  readonly test: string
  readonly value: Json
}

/** What a trace says besides what was recorded. */
export interface TraceFrame {
  readonly model: Model
  readonly asked: string
  readonly value: FeelValue
  readonly warnings: readonly DecisionWarning[]
  readonly options: {
    readonly now?: string
    readonly zone?: string
    readonly zoneRules?: string
    readonly strict?: boolean
    readonly limits?: Partial<Limits>
  }
}

/** The trace of what a recorder wrote down. What is nested deeper than a trace can hold is null, which its warnings tell. */
export function traceOf({ model, asked, value, warnings, options }: TraceFrame, recorder: Recorder): Trace {
  const writer = new Writer()
  const body = {
    inputs: recorder.inputs.map(({ path, given, value: taken }): TracedInput => {
      const name = path.join('.')
      const exact = given === undefined ? {} : { given: writer.write(given, name, toExact) }
      return { name, path, ...exact, value: writer.write(taken, name) }
    }),
    decisions: recorder.made.map(made => tracedDecision(made, writer)),
    value: writer.write(value, asked),
  }
  return {
    format: 2,
    model: { name: model.name, namespace: model.namespace },
    asked,
    now: options.now ?? null,
    zone: options.zone ?? null,
    zoneRules: options.zoneRules ?? null,
    strict: options.strict === true,
    limits: options.limits ?? null,
    ...body,
    warnings: [...warnings.map(tracedWarning), ...writer.warnings],
  }
}

function tracedWarning(warning: DecisionWarning): TracedWarning {
  return {
    code: warning.code,
    decision: warning.decision,
    element: warning.element,
    text: Object.entries(warning.params)
      .map(([name, param]) => `${name}: ${typeof param === 'string' ? param : textOf(param as FeelValue)}`)
      .join(', '),
  }
}

/** Writes values as JSON and remembers whose were nested too deep. */
class Writer {
  private readonly deep = new Set<string>()

  write(value: FeelValue, owner: string, write: (value: FeelValue) => Json = toJson): Json {
    if ((!isList(value) && !isContext(value)) || !isTooDeep(value)) return write(value)
    this.deep.add(owner)
    return null
  }

  get warnings(): TracedWarning[] {
    return [...this.deep].map(decision => ({ code: 'dmn.trace-too-deep', decision, element: '', text: '' }))
  }
}

function tracedDecision(made: Made, writer: Writer): TracedDecision {
  return {
    name: made.name,
    id: made.id,
    requires: made.requires,
    tables: made.tables.map(tried => tracedTable(tried, writer)),
    value: writer.write(made.value, made.name),
  }
}

function tracedTable(tried: TriedTable, writer: Writer): TracedTable {
  const { table, owner } = tried
  const inputs = table.inputs.map((input, i) => ({
    label: input.label === '' ? input.expression.text : input.label,
    expression: input.expression.text,
    value: writer.write(tried.inputs[i] ?? null, owner),
  }))
  let matches = 0
  return {
    id: table.id,
    owner,
    hitPolicy: table.aggregator === null ? table.hitPolicy : `${table.hitPolicy} ${table.aggregator}`,
    inputs,
    rules: tried.rules.map(rule =>
      rule.failedAt === null
        ? matchedRule(tried, rule, matches++, writer)
        : failedRule(tried, rule, rule.failedAt, inputs),
    ),
    chosen: tried.chosen.map(index => index + 1),
    ...(tried.byDefault ? { byDefault: true as const } : {}),
    value: writer.write(tried.value, owner),
  }
}

function idOf(tried: TriedTable, index: number): string {
  const id = tried.table.rules[index]?.id ?? ''
  return id === '' ? `${index + 1}` : id
}

function failedRule(
  tried: TriedTable,
  { index, alsoFailedAt }: TriedRule,
  failedAt: number,
  inputs: TracedTable['inputs'],
): TracedRule {
  const tests = tried.table.rules[index]?.tests ?? []
  const failed = (column: number): FailedTest => {
    const input = inputs[column]
    return { input: input?.label ?? '', test: tests[column]?.text ?? '', value: input?.value ?? null }
  }
  const [rule, id] = [index + 1, idOf(tried, index)]
  if (alsoFailedAt.length === 0) return { rule, id, matched: false, failed: failed(failedAt) }
  return { rule, id, matched: false, failed: failed(failedAt), alsoFailed: alsoFailedAt.map(failed) }
}

function matchedRule(tried: TriedTable, { index }: TriedRule, match: number, writer: Writer): TracedRule {
  const { table, owner } = tried
  const row = tried.outputs[match] ?? []
  return {
    rule: index + 1,
    id: idOf(tried, index),
    matched: true,
    annotations: Object.fromEntries(
      (table.rules[index]?.annotations ?? []).map((text, i) => [table.annotations[i] ?? `${i + 1}`, text]),
    ),
    outputs: Object.fromEntries(
      table.outputs.map((output, i) => [
        output.name === '' ? output.label : output.name,
        writer.write(row[i] ?? null, owner),
      ]),
    ),
  }
}
