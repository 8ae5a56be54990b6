import type { Trace, TracedDecision, TracedRule, TracedTable } from './trace.ts'

/** A trace as it was before inputs were kept as they were given; still read, no longer made. */
export interface TraceOfFormatOne extends Omit<Trace, 'format' | 'strict' | 'limits' | 'inputs' | 'decisions'> {
  readonly format: 1
  readonly inputs: readonly Omit<Trace['inputs'][number], 'path' | 'given'>[]
  readonly decisions: readonly (Omit<TracedDecision, 'tables'> & {
    readonly tables: readonly Omit<TracedTable, 'owner'>[]
  })[]
}

/** A trace of any format that was ever made. */
export type StoredTrace = Trace | TraceOfFormatOne

/** A trace as the engine would have made it in format 1. */
export function toFormatOne(trace: Trace): TraceOfFormatOne {
  const { model, asked, now, zone, zoneRules, value, warnings } = trace
  return {
    format: 1,
    model,
    asked,
    now,
    zone,
    zoneRules,
    inputs: trace.inputs.map(input => ({ name: input.name, value: input.value })),
    decisions: trace.decisions.map(({ name, id, requires, tables, value: made }) => ({
      name,
      id,
      requires,
      tables: tables.map(tableOfFormatOne),
      value: made,
    })),
    value,
    warnings,
  }
}

function tableOfFormatOne({ id, hitPolicy, inputs, rules, chosen, value }: TracedTable): Omit<TracedTable, 'owner'> {
  return { id, hitPolicy, inputs, rules: rules.map(ruleOfFormatOne), chosen, value }
}

/** No id in a model is a number, because no XML id is. */
function ruleOfFormatOne({ alsoFailed: _, ...rule }: TracedRule): TracedRule {
  return { ...rule, id: rule.id === `${rule.rule}` ? '' : rule.id }
}
