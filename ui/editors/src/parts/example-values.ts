import { compileExpression, evaluateExpression, type FeelContext, type FeelValue, newContext } from '@tereze/feel'

/**
 * What an author typed as the value of an input: numbers, `true`, `false`, and what is written as FEEL (quoted texts, lists,
 * `date("…")`) as such; anything else is a text as it stands. Undefined for nothing.
 */
export function typedValue(text: string): FeelValue | undefined {
  const typed = text.trim()
  if (typed === '') return undefined
  if (!/^(?:[-+]?[\d.]+$|true$|false$|null$|["[{@]|(?:date|time|date and time|duration)\s*\()/u.test(typed))
    return typed
  const compiled = compileExpression(typed, { names: [] })
  return compiled.ok ? evaluateExpression(compiled.expression, newContext()).value : typed
}

/** The data that values by path make: `[['applicant', 'kind'], 'company']` as `{ applicant: { kind: 'company' } }`. */
export function exampleData(values: Iterable<readonly [path: readonly string[], text: string]>): FeelContext {
  const data = newContext()
  for (const [path, text] of values) {
    const value = typedValue(text)
    const last = path.at(-1)
    if (value === undefined || last === undefined) continue
    let at = data as Record<string, FeelValue>
    for (const name of path.slice(0, -1)) {
      at[name] ??= newContext()
      at = at[name] as Record<string, FeelValue>
    }
    at[last] = value
  }
  return data
}
