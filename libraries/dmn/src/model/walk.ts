import type { DecisionTable, Expression, Model, Text } from './model.ts'

/** Expressions directly inside an expression. */
function inside(expression: Expression): readonly (Expression | null)[] {
  switch (expression.kind) {
    case 'literal':
    case 'table':
      return []
    case 'invocation':
      return [expression.called, ...expression.bindings.map(binding => binding.value)]
    case 'context':
      return expression.entries.map(entry => entry.value)
    case 'list':
      return expression.items
    case 'relation':
      return expression.rows.flat()
    case 'function':
      return [expression.body]
    case 'conditional':
      return [expression.condition, expression.yes, expression.no]
    case 'filter':
      return [expression.list, expression.match]
    case 'for':
    case 'some':
    case 'every':
      return [expression.list, expression.body]
  }
}

function within(expression: Expression | null): Expression[] {
  return expression === null ? [] : [expression, ...inside(expression).flatMap(within)]
}

/** An expression of a model and the decision or knowledge model that it belongs to. */
export interface Placed<E extends Expression> {
  readonly owner: string
  readonly expression: E
}

/** Every expression of a model, boxed ones inside others too, in the order of the source. */
export function expressionsOf(model: Model): Placed<Expression>[] {
  return [
    ...model.decisions.flatMap(({ name, expression }) =>
      within(expression).map(found => ({ owner: name, expression: found })),
    ),
    ...model.knowledge.flatMap(({ name, logic }) => within(logic).map(found => ({ owner: name, expression: found }))),
  ]
}

/** Every decision table of a model, those inside boxed expressions too. */
export function tablesOf(model: Model): Placed<DecisionTable>[] {
  return expressionsOf(model).filter((found): found is Placed<DecisionTable> => found.expression.kind === 'table')
}

/** The FEEL texts that stand in an expression itself: a literal, or the inputs and outputs of a table. Unary tests are none. */
export function textsOf(expression: Expression): Text[] {
  if (expression.kind === 'literal') return expression.language === '' ? [expression] : []
  if (expression.kind !== 'table') return []
  return [
    ...expression.inputs.map(input => input.expression),
    ...expression.outputs.flatMap(output => (output.defaultEntry === null ? [] : [output.defaultEntry])),
    ...expression.rules.flatMap(rule => rule.outputs),
  ].filter(({ text }) => text.trim() !== '')
}

/** The unary tests that stand in an expression itself: the cells of a table and the values that its columns allow. */
export function testsOf(expression: Expression): Text[] {
  if (expression.kind !== 'table') return []
  return [
    ...[...expression.inputs, ...expression.outputs].flatMap(({ values }) => (values === null ? [] : [values])),
    ...expression.rules.flatMap(rule => rule.tests),
  ].filter(({ text }) => text.trim() !== '')
}

/** True when the text of an expression, or of one inside it, may speak of a name. */
export function mentions(expression: Expression | null, name: string): boolean {
  return within(expression).some(found =>
    [...textsOf(found), ...testsOf(found)].some(({ text }) => text.includes(name)),
  )
}
