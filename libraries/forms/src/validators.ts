import { identifierFormats, numberFault, numberSchemes } from '@tereze/identifiers'
import { Set as setFormat } from 'typebox/format'
import { Check, Errors } from 'typebox/schema'
import type { FieldSchema } from './field-schema.ts'
import type { Json, JsonObject } from './json.ts'
import type { FieldKind } from './layout.ts'
import { pointerSteps, valueAt } from './pointer.ts'
import type { Problem, ProblemCode } from './problem.ts'
import { placeUri, type SchemaPlace } from './schema-documents.ts'

for (const [format, isOf] of identifierFormats) setFormat(format, isOf)

/** Checks of values against places of the schema, without generated code (a strict CSP allows them). */
export interface Validators {
  /** Problems of one field's value, pointers under `pointer`. */
  field(schema: FieldSchema, as: FieldKind | 'repeat', value: Json, pointer: string): Problem[]
  /** Problems that only the whole data shows; `required` is not among them: the form counts that itself. */
  whole(data: JsonObject): Problem[]
  /** Whether a value matches the schema at a place. */
  matches(place: SchemaPlace, value: Json): boolean
}

/** Builds the checks over documents rewritten by `validationContext`. */
export function createValidators(context: Record<string, JsonObject>): Validators {
  const refTo = (place: SchemaPlace, kind: 'strict' | 'whole') => ({ $ref: placeUri(place, kind) })
  return {
    field(schema, as, value, pointer) {
      const problems: Problem[] = []
      for (const place of schema.places) {
        const target = refTo(place, 'strict')
        if (Check(context, target, value)) continue
        problems.push(...translate(Errors(context, target, value)[1], as, value, pointer))
      }
      return distinct(problems)
    },
    whole(data) {
      const target = refTo({ document: 0, pointer: '' }, 'whole')
      if (Check(context, target, data)) return []
      return distinct(translate(Errors(context, target, data)[1], null, data, ''))
    },
    matches: (place, value) => Check(context, refTo(place, 'strict'), value),
  }
}

interface SchemaError {
  readonly keyword: string
  readonly schemaPath: string
  readonly instancePath: string
  readonly params: object
}

function translate(
  errors: readonly SchemaError[],
  as: FieldKind | 'repeat' | null,
  value: Json,
  pointer: string,
): Problem[] {
  const alternatives = errors.filter(error => error.keyword === 'anyOf' || error.keyword === 'oneOf')
  const within = (error: SchemaError) =>
    alternatives.some(alternative => error.schemaPath.startsWith(`${alternative.schemaPath}/${alternative.keyword}/`))
  return errors
    .filter(error => !within(error))
    .flatMap(error => {
      const at = pointer + error.instancePath
      const said =
        error.keyword === 'format' ? numberProblem(error, valueAt(value, pointerSteps(error.instancePath)), at) : null
      return said === null ? problemsOf(error, as, at, error.instancePath === '') : [said]
    })
}

function problemsOf(error: SchemaError, as: FieldKind | 'repeat' | null, pointer: string, whole: boolean): Problem[] {
  const params = error.params as Record<string, Json>
  const one = (code: ProblemCode, more: Record<string, Json> = {}): Problem[] => [{ pointer, code, params: more }]
  const limit = (code: ProblemCode) => one(code, { limit: params.limit ?? null })
  switch (error.keyword) {
    case 'required':
      return names(params.requiredProperties).map(name => ({
        pointer: `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        code: 'form.required',
        params: {},
      }))
    case 'type':
      return as === 'money'
        ? [moneyProblem(pointer)]
        : one(whole ? codeOfKind(as, params.type) : codeOfType(params.type))
    case 'minLength':
      return limit('form.too-short')
    case 'maxLength':
      return limit('form.too-long')
    case '~refine':
      return as === 'money' ? [moneyProblem(pointer)] : one('form.pattern', { pattern: params.message ?? null })
    case 'format':
      return one(codeOfFormat(params.format), { format: params.format ?? null })
    case 'minimum':
      return limit('form.too-small')
    case 'exclusiveMinimum':
      return one('form.too-small', { limit: params.limit ?? null, exclusive: true })
    case 'maximum':
      return limit('form.too-large')
    case 'exclusiveMaximum':
      return one('form.too-large', { limit: params.limit ?? null, exclusive: true })
    case 'multipleOf':
      return one('form.step', { step: params.multipleOf ?? null })
    case 'minItems':
      return limit('form.too-few')
    case 'maxItems':
      return limit('form.too-many')
    case 'uniqueItems':
      return one('form.repeated')
    case 'enum':
    case 'const':
      return one('form.choice')
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return one('form.unknown-field')
    default:
      return one('form.not-allowed')
  }
}

/** Why a text is none of the national numbers that are known by their check digits; null for other formats. */
function numberProblem({ params }: SchemaError, text: Json | undefined, pointer: string): Problem | null {
  const { format } = params as Record<string, Json>
  const scheme = numberSchemes.find(({ id }) => id === format)
  const found = scheme === undefined || typeof text !== 'string' ? null : numberFault(scheme, text)
  if (found === null) return null
  const { fault, ...more } = found
  return { pointer, code: `form.number-${fault}`, params: { format: format ?? null, ...more } }
}

/** Money is one thing to the person who types it, whichever part of it is wrong. */
function moneyProblem(pointer: string): Problem {
  return { pointer: pointer.replace(/\/(amount|currency)$/, ''), code: 'form.money', params: {} }
}

function codeOfKind(as: FieldKind | 'repeat' | null, type: Json | undefined): ProblemCode {
  if (as === 'date') return 'form.date'
  if (as === 'choice' || as === 'choices' || as === 'person-choice' || as === 'bank-account' || as === 'yes-no')
    return 'form.choice'
  return codeOfType(type)
}

function codeOfType(type: Json | undefined): ProblemCode {
  if (type === 'integer') return 'form.whole-number'
  if (type === 'number') return 'form.number'
  return 'form.type'
}

function codeOfFormat(format: Json | undefined): ProblemCode {
  if (format === 'date') return 'form.date'
  if (format === 'email' || format === 'idn-email') return 'form.email'
  return 'form.format'
}

function names(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(problem => {
    const name = `${problem.pointer} ${problem.code}`
    return !seen.has(name) && seen.add(name)
  })
}
