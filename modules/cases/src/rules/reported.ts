/** What a person reports of a record about them, as a case keeps it. */
export interface Report {
  readonly register: string
  readonly record: string
  /** JSON Pointer (RFC 6901) of the field. */
  readonly pointer: string
  readonly changes: readonly ReportedChange[]
}

/** A value that the person gives in place of the one that stands in the record; an absent one has no `was`. */
export interface ReportedChange {
  readonly pointer: string
  readonly was?: Scalar
  readonly value: Scalar
}

/** A value that can be written down. */
export type Scalar = string | number | boolean | null

/** Whether a value can be written down as one. */
export function isScalar(value: unknown): value is Scalar | undefined {
  return value === undefined || value === null || typeof value !== 'object'
}

/** A written value as the type of the value it takes the place of: a number stays a number. Text where it cannot be one. */
export function writtenAs(was: unknown, value: Scalar): Scalar {
  if (typeof value !== 'string') return value
  if (typeof was === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value)
  if (typeof was === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

/** What is to be changed: what the official wrote for the field, otherwise what the person reported. */
export function decidedChanges(
  { pointer, changes }: Pick<Report, 'pointer' | 'changes'>,
  review: { readonly value?: unknown },
): readonly ReportedChange[] {
  return typeof review.value === 'string' ? [{ pointer, value: review.value }] : changes
}
