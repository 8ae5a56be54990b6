import type { DecisionTable, Model } from '@tereze/dmn'
import { compileUnaryTests, literals } from '@tereze/feel'
import { cellText, type GridColumn } from './grid-column.ts'

const MOST = 40

/**
 * What may be offered for a cell: the values that its column or its type allows, yes and no for a boolean, the clauses of the
 * regulation for an annotation, and what the column says already; each once, at most 40.
 */
export function cellSuggestions(
  table: DecisionTable,
  model: Model,
  column: GridColumn,
  clauses: readonly string[],
): string[] {
  const used = table.rules.map(rule => cellText(rule, column).trim()).filter(text => text !== '')
  const own = column.kind === 'annotation' ? clauses : allowedOf(table, model, column)
  return [...new Set([...own, ...used])].slice(0, MOST)
}

function allowedOf(table: DecisionTable, model: Model, { kind, index }: GridColumn): string[] {
  const column = (kind === 'input' ? table.inputs : table.outputs)[index]
  if (column === undefined) return []
  const type = model.itemDefinitions.find(({ name }) => name === column.typeRef)
  const texts = [column.values?.text, type?.allowedValues?.text].filter(text => text !== undefined)
  const values = texts.flatMap(valuesIn)
  const any = kind === 'input' ? ['-'] : []
  if (values.length > 0) return [...any, ...values]
  return column.typeRef?.replace(/^\w+:/u, '') === 'boolean' ? [...any, 'true', 'false'] : any
}

/** The constants that unary tests name: `"a", "b"` as two, `[1..3]` as its ends. */
function valuesIn(tests: string): string[] {
  const compiled = compileUnaryTests(tests)
  if (!compiled.ok) return []
  return literals(compiled.expression).map(({ kind, value, start }) => {
    if (kind === 'number') return value
    return tests[start] === '@' ? `@${JSON.stringify(value)}` : JSON.stringify(value)
  })
}

/** The clauses that a package's regulation names, in the order in which it does. */
export function clausesOf(regulation: string | undefined): string[] {
  if (regulation === undefined) return []
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) look(item)
    else if (typeof value === 'object' && value !== null)
      for (const [key, held] of Object.entries(value))
        if (key === 'clause' && typeof held === 'string') found.add(held)
        else look(held)
  }
  try {
    look(JSON.parse(regulation))
  } catch {
    // A regulation that cannot be read is told of by the check of the package.
    return []
  }
  return [...found]
}
