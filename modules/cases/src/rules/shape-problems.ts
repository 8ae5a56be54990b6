import { findProblems } from '@tereze/foundation-operations'
import type { FieldProblem } from '@tereze/operation'
import type { TSchema } from 'typebox'

const partial = new WeakMap<object, TSchema>()

/** What of some data is of the wrong shape, under `/data`; what is missing is no problem yet, the person adds it. */
export function shapeProblems(schema: object, data: Readonly<Record<string, unknown>>): FieldProblem[] {
  let loose = partial.get(schema)
  if (loose === undefined) {
    const { $id: _, ...rest } = schema as { $id?: string }
    loose = { ...rest, required: [] } as unknown as TSchema
    partial.set(schema, loose)
  }
  return findProblems(loose, data).map(problem => ({ ...problem, pointer: `/data${problem.pointer}` }))
}
