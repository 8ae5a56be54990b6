import { type FeelValue, type Json, textOf, toJson } from '@tereze/feel'
import type { Made, Recorder, TriedRule, TriedTable } from '../engine/recorder.ts'
import type { DecisionWarning } from '../engine/warning.ts'
import type { Model } from '../model/model.ts'

/** How a value came about, in a form that a person can read and a machine can compare (`trace.schema.json`). */
export interface Trace {
  readonly format: 1
  readonly model: { readonly name: string; readonly namespace: string }
  /** The decision or service that was asked for. */
  readonly asked: string
  readonly now: string | null
  readonly zone: string | null
  /** Version of the zone rules, when the host said it. */
  readonly zoneRules: string | null
  readonly inputs: readonly { readonly name: string; readonly value: Json }[]
  /** In the order in which they were made; the last is usually the one that was asked for. */
  readonly decisions: readonly TracedDecision[]
  readonly value: Json
  readonly warnings: readonly {
    readonly code: string
    readonly decision: string
    readonly element: string
    readonly text: string
  }[]
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
  readonly hitPolicy: string
  readonly inputs: readonly { readonly label: string; readonly expression: string; readonly value: Json }[]
  /** Every rule that was tried, in the order of the table, numbered from one. */
  readonly rules: readonly TracedRule[]
  /** Numbers of the rules that gave the value. */
  readonly chosen: readonly number[]
  readonly value: Json
}

/** One rule as it was tried. */
export interface TracedRule {
  readonly rule: number
  readonly id: string
  readonly matched: boolean
  /** Why the rule did not match: the first column whose test the input did not pass. */
  readonly failed?: { readonly input: string; readonly test: string; readonly value: Json }
  /** What the rule says, by the names of the annotation columns: the paragraph of the law, for instance. */
  readonly annotations?: Readonly<Record<string, string>>
  readonly outputs?: Readonly<Record<string, Json>>
}

/** The trace of what a recorder wrote down. */
export function traceOf(
  model: Model,
  asked: string,
  value: FeelValue,
  recorder: Recorder,
  warnings: readonly DecisionWarning[],
  options: { readonly now?: string; readonly zone?: string; readonly zoneRules?: string },
): Trace {
  return {
    format: 1,
    model: { name: model.name, namespace: model.namespace },
    asked,
    now: options.now ?? null,
    zone: options.zone ?? null,
    zoneRules: options.zoneRules ?? null,
    inputs: recorder.inputs.map(input => ({ name: input.name, value: toJson(input.value) })),
    decisions: recorder.made.map(tracedDecision),
    value: toJson(value),
    warnings: warnings.map(warning => ({
      code: warning.code,
      decision: warning.decision,
      element: warning.element,
      text: Object.entries(warning.params)
        .map(([name, param]) => `${name}: ${typeof param === 'string' ? param : textOf(param as FeelValue)}`)
        .join(', '),
    })),
  }
}

function tracedDecision(made: Made): TracedDecision {
  return {
    name: made.name,
    id: made.id,
    requires: made.requires,
    tables: made.tables.map(tracedTable),
    value: toJson(made.value),
  }
}

function tracedTable(tried: TriedTable): TracedTable {
  const { table } = tried
  let matches = 0
  return {
    id: table.id,
    hitPolicy: table.aggregator === null ? table.hitPolicy : `${table.hitPolicy} ${table.aggregator}`,
    inputs: table.inputs.map((input, i) => ({
      label: input.label === '' ? input.expression.text : input.label,
      expression: input.expression.text,
      value: toJson(tried.inputs[i] ?? null),
    })),
    rules: tried.rules.map(rule => tracedRule(tried, rule, rule.matched ? matches++ : -1)),
    chosen: tried.chosen.map(index => index + 1),
    value: toJson(tried.value),
  }
}

function tracedRule(tried: TriedTable, rule: TriedRule, match: number): TracedRule {
  const source = tried.table.rules[rule.index]
  const base = { rule: rule.index + 1, id: source?.id ?? '', matched: rule.matched }
  if (rule.failedAt !== null) {
    const input = tried.table.inputs[rule.failedAt]
    return {
      ...base,
      failed: {
        input: input === undefined || input.label === '' ? (input?.expression.text ?? '') : input.label,
        test: source?.tests[rule.failedAt]?.text ?? '',
        value: toJson(tried.inputs[rule.failedAt] ?? null),
      },
    }
  }
  const row = tried.outputs[match] ?? []
  return {
    ...base,
    annotations: Object.fromEntries(
      (source?.annotations ?? []).map((text, i) => [tried.table.annotations[i] ?? `${i + 1}`, text]),
    ),
    outputs: Object.fromEntries(
      tried.table.outputs.map((output, i) => [output.name === '' ? output.label : output.name, toJson(row[i] ?? null)]),
    ),
  }
}
