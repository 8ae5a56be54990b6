import type { Model } from '@tereze/dmn'

/**
 * Where a problem of a file stands: its decision, and its rule from zero (-1: none), by the id of a decision, a table, a rule, a
 * column or a cell. Null: nowhere in the model.
 */
export function placeOf(model: Model, id: string): { readonly decision: string; readonly rule: number } | null {
  for (const { id: own, name, expression } of model.decisions) {
    if (own === id || name === id || expression?.id === id) return { decision: name, rule: -1 }
    if (expression?.kind !== 'table') continue
    const rule = expression.rules.findIndex(
      ({ id: ruleId, tests, outputs }) => ruleId === id || [...tests, ...outputs].some(cell => cell.id === id),
    )
    if (rule >= 0) return { decision: name, rule }
    if ([...expression.inputs, ...expression.outputs].some(column => column.id === id))
      return { decision: name, rule: -1 }
  }
  return null
}
