import { add, compareValues, equalValues, type FeelNumber, type FeelValue, isList, isNumber } from '@tereze/feel'
import type { DecisionTable } from '../model/model.ts'

/** The rules that matched, and how to make a result of them. */
export interface Hits {
  /** Indexes of the rules, in the order of the table. */
  readonly matched: readonly number[]
  /** Outputs of the matched rules, by column. */
  readonly outputs: readonly (readonly FeelValue[])[]
  readonly compose: (row: readonly FeelValue[]) => FeelValue
  /** The listed output values of a column, in the order of priority; null when none are listed. */
  readonly priorities: (column: number) => FeelValue
  readonly otherwise: () => FeelValue
  readonly warn: (code: string) => null
}

/** The result of a table and the rules that it comes from. */
export interface Outcome {
  readonly value: FeelValue
  /** Indexes of the rules that the value comes from. */
  readonly chosen: readonly number[]
}

/** Makes the result of a table of the rules that matched (DMN 1.5 §8.2.8). */
export function resultOf(table: DecisionTable, hits: Hits): Outcome {
  const { matched, outputs } = hits
  if (matched.length === 0) return { value: nothing(table, hits), chosen: [] }
  switch (table.hitPolicy) {
    case 'UNIQUE':
      if (matched.length > 1) return { value: hits.warn('dmn.rules-overlap'), chosen: matched }
      return { value: hits.compose(outputs[0] ?? []), chosen: matched }
    case 'FIRST':
      return { value: hits.compose(outputs[0] ?? []), chosen: matched.slice(0, 1) }
    case 'ANY': {
      const [first, ...rest] = outputs.map(hits.compose)
      if (rest.some(other => equalValues(first ?? null, other) !== true))
        return { value: hits.warn('dmn.rules-disagree'), chosen: matched }
      return { value: first ?? null, chosen: matched }
    }
    case 'PRIORITY': {
      const order = byPriority(table, hits)
      return { value: hits.compose(outputs[order[0] ?? 0] ?? []), chosen: [matched[order[0] ?? 0] ?? 0] }
    }
    case 'OUTPUT ORDER': {
      const order = byPriority(table, hits)
      return { value: order.map(i => hits.compose(outputs[i] ?? [])), chosen: order.map(i => matched[i] ?? 0) }
    }
    case 'RULE ORDER':
      return { value: outputs.map(hits.compose), chosen: matched }
    case 'COLLECT':
      return { value: collected(table, hits), chosen: matched }
  }
}

function nothing(table: DecisionTable, hits: Hits): FeelValue {
  const value = hits.otherwise()
  if (value !== null) return value
  if (table.hitPolicy === 'COLLECT' && table.aggregator === 'COUNT') return 0
  return givesList(table) ? [] : null
}

/** True when the result of a table is a list of outputs. */
export function givesList(table: DecisionTable): boolean {
  return ['RULE ORDER', 'OUTPUT ORDER', 'COLLECT'].includes(table.hitPolicy) && table.aggregator === null
}

/** The matched rules in the order of the priority of their outputs; equal ones keep the order of the table. */
function byPriority(table: DecisionTable, hits: Hits): number[] {
  const lists = table.outputs.map((_, column) => hits.priorities(column))
  const rank = (row: readonly FeelValue[], column: number): number => {
    const list = lists[column]
    if (!isList(list)) return 0
    const at = list.findIndex(value => equalValues(value, row[column] ?? null) === true)
    return at < 0 ? list.length : at
  }
  return hits.outputs
    .map((row, i) => ({ i, ranks: row.map((_, column) => rank(row, column)) }))
    .sort((a, b) => {
      for (let column = 0; column < a.ranks.length; column++) {
        const difference = (a.ranks[column] ?? 0) - (b.ranks[column] ?? 0)
        if (difference !== 0) return difference
      }
      return a.i - b.i
    })
    .map(({ i }) => i)
}

function collected(table: DecisionTable, hits: Hits): FeelValue {
  const values = hits.outputs.map(hits.compose)
  switch (table.aggregator) {
    case null:
      return values
    case 'COUNT':
      return values.length
    case 'SUM':
      return summed(values) ?? hits.warn('dmn.aggregation-impossible')
    case 'MIN':
    case 'MAX':
      return extreme(values, table.aggregator === 'MIN' ? -1 : 1) ?? hits.warn('dmn.aggregation-impossible')
  }
}

function summed(values: readonly FeelValue[]): FeelValue {
  let total: FeelNumber | null = 0
  for (const value of values) total = total === null || !isNumber(value) ? null : add(total, value)
  return total
}

function extreme(values: readonly FeelValue[], sign: 1 | -1): FeelValue {
  let best: FeelValue = values[0] ?? null
  for (const value of values.slice(1)) {
    const order = compareValues(value, best)
    if (order === null) return null
    if (order * sign > 0) best = value
  }
  return best
}
