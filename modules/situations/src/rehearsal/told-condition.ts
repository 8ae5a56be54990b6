import { compileExpression, references } from '@tereze/feel'
import { evaluateJson, type Moment } from '@tereze/template'
import type { ToldPart } from '../contract/rehearsal.ts'
import type { Seen } from '../rules/decide-situation.ts'

/** The value at a path; undefined where nothing stands there. */
function valueAt(seen: Seen, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, name) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[name] : undefined),
    seen,
  )
}

/** What an expression reads, each once, with the value that stands there; elements of lists are read as the list. */
function readsOf(text: string, seen: Seen): ToldPart['reads'] {
  const compiled = compileExpression(text)
  if (!compiled.ok) return []
  const paths = new Map(
    references(compiled.expression)
      .filter(([root = '']) => root in seen)
      .map(path => {
        const known = path.findIndex((_, index) => Array.isArray(valueAt(seen, path.slice(0, index + 1))))
        const own = known < 0 ? path : path.slice(0, known + 1)
        return [own.join('.'), own] as const
      }),
  )
  return [...paths].map(([name, path]) => ({ name, value: valueAt(seen, path) ?? null }))
}

/**
 * A condition in the parts that all have to hold, each with what it reads: why something is due or not. Pure.
 * @throws ExpressionBroken when it is not FEEL.
 */
export function toldCondition(condition: string, seen: Seen, moment: Moment): ToldPart[] {
  const compiled = compileExpression(condition)
  const tree = compiled.ok ? compiled.expression.tree : null
  const texts =
    tree?.kind === 'and' ? tree.operands.map(({ start, end }) => condition.slice(start, end).trim()) : [condition]
  return texts.map(text => ({ text, holds: evaluateJson(text, seen, moment) === true, reads: readsOf(text, seen) }))
}
