/** Any JSON value; texts that begin with `= ` are FEEL. */
export type Template = unknown

/** Gives the value of a FEEL expression; null where FEEL has none. */
export type Evaluate = (expression: string) => unknown

const mark = '= '

/** Whether a text stands for the value of an expression. */
export function isExpression(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith(mark)
}

/** What becomes of an expression without a value. */
export interface FillOptions {
  /** `omit` (usual): the property is left out, so that a schema sees it absent; `keep`: it is null, as an answer promises. */
  readonly nulls?: 'omit' | 'keep'
}

/**
 * Fills a template. Everything that is not an expression stands for itself. With `omit`, a property whose expression has no value
 * is left out, and an object all of whose expressions have none is left out too.
 */
export function fillTemplate(template: Template, evaluate: Evaluate, options: FillOptions = {}): unknown {
  const filled = options.nulls === 'keep' ? fillKeeping(template, evaluate) : fill(template, evaluate)
  return filled === undefined ? null : filled
}

function fillKeeping(template: Template, evaluate: Evaluate): unknown {
  if (isExpression(template)) return evaluate(template.slice(mark.length)) ?? null
  if (Array.isArray(template)) return template.map(item => fillKeeping(item, evaluate))
  if (typeof template === 'object' && template !== null) {
    return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fillKeeping(value, evaluate)]))
  }
  return template
}

function fill(template: Template, evaluate: Evaluate): unknown {
  if (isExpression(template)) {
    const value = withoutNulls(evaluate(template.slice(mark.length)))
    return value === null ? undefined : value
  }
  if (Array.isArray(template)) return template.map(item => fill(item, evaluate)).filter(item => item !== undefined)
  if (typeof template === 'object' && template !== null) {
    const entries = Object.entries(template).map(([key, value]) => [key, fill(value, evaluate)] as const)
    const present = entries.filter(([, value]) => value !== undefined)
    const hadExpressions = entries.length > present.length
    return hadExpressions && present.length === 0 ? undefined : Object.fromEntries(present)
  }
  return template
}

/** Contexts that FEEL made may hold nulls; a record leaves such fields out. */
function withoutNulls(value: unknown): unknown {
  if (value === undefined) return null
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, inner]) => [key, withoutNulls(inner)] as const)
        .filter(([, inner]) => inner !== null),
    )
  }
  return value
}

/** Every expression inside a template, for checks. */
export function expressionsOf(template: Template): string[] {
  if (isExpression(template)) return [template.slice(mark.length)]
  if (Array.isArray(template)) return template.flatMap(expressionsOf)
  if (typeof template === 'object' && template !== null) return Object.values(template).flatMap(expressionsOf)
  return []
}
