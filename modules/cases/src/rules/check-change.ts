import { findProblems } from '@tereze/foundation-operations'
import type { FieldProblem, JsonObject } from '@tereze/operation'
import type { TSchema } from 'typebox'
import { writeAt } from './pointer.ts'

/** What a change of a value makes of the data, or what is wrong with it. */
export type CheckedChange =
  | { readonly ok: true; readonly data: Record<string, unknown> }
  | { readonly ok: false; readonly reason: 'unknown' }
  | { readonly ok: false; readonly reason: 'invalid'; readonly problems: readonly FieldProblem[] }

const key = ({ pointer, code }: FieldProblem) => `${pointer} ${code}`

/**
 * Checks a new value against a schema of the whole data. Only names that the schema has may be changed, so what the platform
 * itself keeps (decisions, answers, facts) may not; and nothing may be wrong afterwards that was not wrong before, since
 * the data of a running case need not be whole yet.
 */
export function checkChange(
  schema: JsonObject,
  data: Record<string, unknown>,
  pointer: string,
  value: unknown,
): CheckedChange {
  const name = pointer.split('/')[1]?.replaceAll('~1', '/').replaceAll('~0', '~') ?? ''
  if (!Object.hasOwn((schema.properties ?? {}) as object, name)) return { ok: false, reason: 'unknown' }
  const changed = writeAt(data, pointer, value)
  const known = new Set(findProblems(schema as TSchema, data).map(key))
  const problems = findProblems(schema as TSchema, changed).filter(problem => !known.has(key(problem)))
  return problems.length > 0 ? { ok: false, reason: 'invalid', problems } : { ok: true, data: changed }
}
