/** What values a concept has. `record` is a record of a register, by its id or by what is known of it. */
export type ConceptType =
  | 'text'
  | 'date'
  | 'instant'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'texts'
  | 'object'
  | 'record'
  | 'any'

/** One meaning: what a datum is, wherever it stands. */
export interface Concept {
  readonly id: string
  readonly type: ConceptType
  /** The organisation that answers for the meaning. */
  readonly owner: string
  /** The codes that a value may be, where they are the same everywhere. */
  readonly codes?: readonly string[]
  /** Of an object: its members, each by the id of its concept. Without them the object is open, and its members name their own. */
  readonly parts?: Readonly<Record<string, string>>
  /** Of a record: the register that holds it. */
  readonly register?: string
  /** Of a record: what its ids begin with, before the underscore. */
  readonly prefix?: string
  /** The concept that this one is a special case of. */
  readonly broader?: string
}

/** The id in a reference such as `concept:person`. */
export function conceptIdOf(reference: string): string {
  return reference.startsWith('concept:') ? reference.slice('concept:'.length) : reference
}
