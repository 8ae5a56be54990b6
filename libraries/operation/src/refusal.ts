/**
 * What sort of "no" a refusal is. One table (`refusalStatus`) maps a kind to an HTTP status; nothing else does.
 */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'precondition'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'unavailable'
  | 'failed'

/** HTTP status of each refusal kind (RFC 9110). The only place where a refusal meets HTTP. */
export const refusalStatus: Readonly<Record<RefusalKind, number>> = Object.freeze({
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  precondition: 412,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  unavailable: 503,
  failed: 500,
})

/** A declared refusal: a stable code `module.noun-problem` and its kind. Its words are messages, never here. */
export interface RefusalDefinition<Code extends string = string> {
  readonly code: Code
  readonly is: RefusalKind
}

const codePattern = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/

/**
 * Declares a refusal.
 * @throws Error when the code is not `module.noun-problem` in kebab-case.
 */
export function refusal<const Code extends string>(code: Code, is: RefusalKind): RefusalDefinition<Code> {
  if (!codePattern.test(code)) throw new Error(`refusal code "${code}" is not module.noun-problem`)
  return Object.freeze({ code, is })
}

/** A value that fills a placeholder in a refusal's message. Never personal data. */
export type RefusalParam = string | number | boolean

const refused = Symbol.for('tereze.refused')

/** A refusal as it is returned: named, pointing at the field, with the parameters of its message. */
export interface Refused<Code extends string = string> {
  readonly [refused]: true
  readonly code: Code
  readonly is: RefusalKind
  /** JSON Pointer (RFC 6901) into the input; empty when the whole input is meant. */
  readonly pointer: string
  readonly params: Readonly<Record<string, RefusalParam>>
  /** Further problems found at the same time, e.g. one per wrong field of a form. */
  readonly also: readonly FieldProblem[]
}

/** One wrong field: pointer, stable problem code, parameters of its message. */
export interface FieldProblem {
  readonly pointer: string
  readonly code: string
  readonly params?: Readonly<Record<string, RefusalParam>>
}

/** Makes the value an operation returns instead of its output. */
export function refuse<Code extends string>(
  definition: RefusalDefinition<Code>,
  detail: {
    pointer?: string
    params?: Readonly<Record<string, RefusalParam>>
    also?: readonly FieldProblem[]
  } = {},
): Refused<Code> {
  return Object.freeze({
    [refused]: true as const,
    code: definition.code,
    is: definition.is,
    pointer: detail.pointer ?? '',
    params: detail.params ?? {},
    also: detail.also ?? [],
  })
}

/** Whether a value is a refusal. */
export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && refused in value
}
