import {
  type CompiledExpression,
  compileExpression,
  evaluateExpression,
  fromJson,
  references,
  toJson,
} from '@tereze/feel'
import type { Json, JsonObject } from '../model/json.ts'
import type { CheckExpression, Evaluate } from './evaluate.ts'

interface Ready {
  readonly expression: CompiledExpression
  /** Names of outside data that it reads; only these are handed over. */
  readonly reads: readonly string[]
}

type Compiled = Ready | { readonly errors: readonly string[] }

const mostKept = 2_000
const kept = new Map<string, Compiled>()

function compile(text: string, names: readonly string[]): Compiled {
  const compilation = compileExpression(text, { names })
  if (!compilation.ok) return { errors: compilation.errors.map(error => error.code) }
  return {
    expression: compilation.expression,
    reads: [...new Set(references(compilation.expression).flatMap(path => path[0] ?? []))],
  }
}

function compiledFor(text: string, context: JsonObject): Compiled {
  const names = Object.keys(context)
  const key = `${text}\u0000${names.join('\u0000')}`
  let compiled = kept.get(key)
  if (!compiled) {
    compiled = compile(text, names)
    if (kept.size >= mostKept) kept.clear()
    kept.set(key, compiled)
  }
  return compiled
}

/** Evaluates FEEL by @tereze/feel; the names in scope are the keys of the context. */
export const evaluateFeel: Evaluate = (text, context, { now, zone }) => {
  const compiled = compiledFor(text, context)
  if ('errors' in compiled) return { value: null, warnings: compiled.errors }
  const seen = Object.fromEntries(
    compiled.reads.flatMap(name => (Object.hasOwn(context, name) ? [[name, fromJson(context[name])]] : [])),
  )
  const { value, warnings } = evaluateExpression(compiled.expression, seen, { now, zone })
  return { value: toJson(value) as Json, warnings: warnings.map(warning => warning.code) }
}

/** Says why FEEL does not compile, as far as can be known without the names of the data. */
export const checkFeel: CheckExpression = text => {
  const compilation = compileExpression(text)
  return compilation.ok ? undefined : (compilation.errors[0]?.code ?? 'feel.invalid')
}
