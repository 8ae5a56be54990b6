import type { Shape } from './shape.ts'

/** What every field of a form over a file gets. */
export interface FieldOf {
  readonly pointer: string
  /** The member that holds it, or the format at the top. */
  readonly owner: string
  readonly member: string
  readonly label: string
  readonly value: unknown
}

/** What the field for any shape gets. */
export type ShapeFieldProps = FieldOf & { readonly shape: Shape }
