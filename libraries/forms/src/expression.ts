import { type CompiledExpression, compileExpression, evaluateExpression, references, toJson } from '@tereze/feel'
import type { Json, JsonObject } from './json.ts'
import { isList, isObject } from './json.ts'

/** The moment of evaluation: an instant (ISO 8601, UTC) and the IANA zone whose date is today. */
export interface Moment {
  readonly now: string
  readonly zone: string
}

/** A FEEL expression of the layout, compiled. */
export interface Expression {
  readonly text: string
  /** The paths it reads, e.g. `['child', 'age']`. */
  readonly reads: readonly (readonly string[])[]
  /** True when its value may change with the clock alone. */
  readonly temporal: boolean
  readonly value: (scope: JsonObject, moment: Moment) => Json
}

/** Compiles an expression, or says where in the text it is wrong. `names` are the names it may use. */
export function compileFeel(
  text: string,
  names: readonly string[],
): { ok: true; expression: Expression } | { ok: false; reason: Json } {
  const compiled = compileExpression(text, { names })
  if (!compiled.ok) return { ok: false, reason: compiled.errors.map(({ code, start, end }) => ({ code, start, end })) }
  return {
    ok: true,
    expression: {
      text,
      reads: references(compiled.expression),
      temporal: /\b(now|today)\s*\(/.test(text),
      value: (scope, moment) => evaluate(compiled.expression, scope, moment),
    },
  }
}

function evaluate(expression: CompiledExpression, scope: JsonObject, moment: Moment): Json {
  return toJson(evaluateExpression(expression, scope, { now: moment.now, zone: moment.zone }).value) as Json
}

/** The list that an expression gives as options: a list as it is, one value as a list of one, null as none. */
export function asList(value: Json): readonly Json[] {
  if (value === null) return []
  return isList(value) ? value : [value]
}

/** The text by which an option is named in a page: a scalar itself, a context by its `id`. */
export function optionId(value: Json | undefined): string | null {
  if (value === null || value === undefined || isList(value)) return null
  if (!isObject(value)) return String(value)
  return typeof value.id === 'string' ? value.id : null
}
