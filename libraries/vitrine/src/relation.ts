/** A column as the catalogue of the database describes it; a domain is described by the type below it. */
export interface Column {
  readonly name: string
  /** As SQL writes it, e.g. `numeric(12,2)`. */
  readonly type: string
  /** The name of the type in the catalogue, e.g. `numeric`; `enum` for one whose values are listed. */
  readonly base: string
  /** Digits of a decimal number that is limited; null otherwise. */
  readonly digits: number | null
  /** Digits after the point; null where they are not limited. */
  readonly scale: number | null
  /** Most characters; null where they are not limited. */
  readonly longest: number | null
  /** The values of an enumeration; null for all else. */
  readonly codes: readonly string[] | null
  /** Whether it can never be empty. */
  readonly required: boolean
  /** Whether the role that looks may read it. */
  readonly readable: boolean
  readonly comment: string | null
}

/** A view or table with what is needed to make a contract of it. */
export interface Relation {
  /** `schema.name`. */
  readonly name: string
  readonly kind: 'table' | 'view'
  readonly comment: string | null
  readonly columns: readonly Column[]
  /** Its unique keys, each by its columns; a view has none of its own. */
  readonly keys: readonly (readonly string[])[]
}
