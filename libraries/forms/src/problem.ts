import type { Json } from './json.ts'

/** Why a form cannot be compiled. `path` is a JSON Pointer into the layout, or into the schema for schema problems. */
export interface FormFault {
  readonly code:
    | 'form.layout-invalid'
    | 'form.page-twice'
    | 'form.field-twice'
    | 'form.field-unknown'
    | 'form.expression-invalid'
    | 'form.name-unknown'
    | 'form.options-missing'
    | 'form.cycle'
    | 'form.pattern-unsupported'
    | 'form.schema-invalid'
  readonly path: string
  readonly params: Readonly<Record<string, Json>>
}

/** The codes a value can be refused with. Stable: texts are keyed by them. */
export const PROBLEM_CODES = [
  'form.required',
  'form.type',
  'form.too-short',
  'form.too-long',
  'form.pattern',
  'form.number',
  'form.whole-number',
  'form.money',
  'form.date',
  'form.email',
  'form.format',
  'form.number-characters',
  'form.number-length',
  'form.number-date',
  'form.number-mark',
  'form.number-check',
  'form.number-never-given',
  'form.number-writing',
  'form.too-small',
  'form.too-large',
  'form.step',
  'form.too-few',
  'form.too-many',
  'form.repeated',
  'form.choice',
  'form.choose-found',
  'form.not-allowed',
  'form.file-unknown',
  'form.file-refused',
  'form.unknown-field',
  'form.exit',
] as const

/** One of {@link PROBLEM_CODES}. */
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** What is wrong with one value. `pointer` is into the data, `params` fill the text (`limit`, `format` …). */
export interface Problem {
  readonly pointer: string
  readonly code: ProblemCode
  readonly params: Readonly<Record<string, Json>>
}
