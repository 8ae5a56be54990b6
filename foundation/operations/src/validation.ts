import { identifierFormats } from '@tereze/identifiers'
import type { FieldProblem, RefusalParam } from '@tereze/operation'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { TSchema } from 'typebox'
import { deepest, escapePointer, isDeeper, nullCharacters } from './null-characters.ts'

/** Schemas are not remembered by `$id`: two versions of a register, or two platforms in a process, may share one. */
const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  coerceTypes: false,
  useDefaults: false,
  addUsedSchema: false,
  // What an object inherits is no field of it: `toString` is a name like others.
  ownProperties: true,
})
addFormats.default(ajv)
for (const [format, isOf] of identifierFormats) ajv.addFormat(format, isOf)

const compiled = new WeakMap<TSchema, ValidateFunction>()

/** Stable problem codes of JSON Schema keywords; their words are messages. */
const codes: Readonly<Record<string, string>> = {
  required: 'field.required',
  additionalProperties: 'field.unknown',
  unevaluatedProperties: 'field.unknown',
  type: 'field.wrong-type',
  pattern: 'field.wrong-form',
  format: 'field.wrong-form',
  minLength: 'field.too-short',
  maxLength: 'field.too-long',
  minimum: 'field.too-small',
  maximum: 'field.too-large',
  minItems: 'field.too-few',
  maxItems: 'field.too-many',
  enum: 'field.not-listed',
  const: 'field.not-listed',
  anyOf: 'field.not-listed',
  oneOf: 'field.not-listed',
}

function toProblem(error: ErrorObject): FieldProblem {
  const params = error.params as Record<string, unknown>
  const name = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty
  const pointer = typeof name === 'string' ? `${error.instancePath}/${escapePointer(name)}` : error.instancePath
  const limit = params.limit ?? params.format ?? params.type
  const told: Record<string, RefusalParam> = {}
  if (typeof limit === 'string' || typeof limit === 'number') told.limit = limit
  const isNumber = error.keyword === 'format' && identifierFormats.has(String(params.format))
  return { pointer, code: isNumber ? 'field.wrong-number' : (codes[error.keyword] ?? 'field.wrong-form'), params: told }
}

/**
 * Wrong fields of a value against a schema (JSON Schema 2020-12): none when it fits. One problem per field. A text with
 * U+0000 or half a character fits nowhere, for no database keeps it.
 */
export function findProblems(schema: TSchema, value: unknown): FieldProblem[] {
  // Whatever goes through a value goes down into it: what is too deep is looked at no further.
  if (isDeeper(value, deepest)) return [{ pointer: '', code: 'field.too-deep', params: { limit: deepest } }]
  let validate = compiled.get(schema)
  if (!validate) {
    validate = ajv.compile(schema)
    compiled.set(schema, validate)
  }
  const unkept = nullCharacters(value)
  if (validate(value) && unkept.length === 0) return []
  const byPointer = new Map<string, FieldProblem>()
  for (const error of validate.errors ?? []) {
    const problem = toProblem(error)
    if (!byPointer.has(problem.pointer)) byPointer.set(problem.pointer, problem)
  }
  for (const pointer of unkept) {
    if (!byPointer.has(pointer)) byPointer.set(pointer, { pointer, code: 'field.null-character', params: {} })
  }
  return [...byPointer.values()]
}
