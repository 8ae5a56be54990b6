/** Why a part of an expression is null; stable, tools may depend on them. */
export const WARNING_CODES = [
  'feel.arguments-invalid',
  'feel.condition-not-boolean',
  'feel.entry-repeated',
  'feel.entry-unknown',
  'feel.filter-invalid',
  'feel.function-kind-unsupported',
  'feel.index-out-of-range',
  'feel.literal-invalid',
  'feel.name-unknown',
  'feel.not-a-function',
  'feel.not-iterable',
  'feel.operands-invalid',
  'feel.pattern-too-slow',
  'feel.recursion-too-deep',
  'feel.text-too-long',
  'feel.too-many-steps',
  'feel.type-unknown',
  'feel.value-too-large',
  'feel.warnings-cut',
] as const

/** One of the codes of warnings. */
export type WarningCode = (typeof WARNING_CODES)[number]

/**
 * Why a part of an expression became null: a stable code, its place in the text, and the data of the case. After a hundred
 * warnings one more, `feel.warnings-cut`, says that there were others.
 */
export interface Warning<Code extends string = WarningCode> {
  readonly code: Code
  readonly start: number
  readonly end: number
  readonly params: Readonly<Record<string, unknown>>
}
