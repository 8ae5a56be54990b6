import type { Package } from '@tereze/catalogue/contract'
import type { TSchema } from 'typebox'

/** How a field is protected, from open to the secrets of law. State secrets have no place on the platform. */
export type Label =
  | 'open'
  | 'official-use'
  | 'personal'
  | 'special'
  | 'biometric'
  | 'tax-secret'
  | 'medical-secret'
  | 'bank-secret'
  | 'state-secret'

/** What a register lets somebody do with its records. */
export type Act =
  | 'see'
  | 'search'
  | 'list'
  | 'write'
  | 'correct'
  | 'history'
  | 'request'
  | 'approve'
  | 'merge'
  | 'link'
  | 'subscribe'
  | 'destroy'
  | 'suggest'

/** Who may do what with which fields under which labels, on which ground. */
export interface Grant {
  /** `role:…`, `contract:…@1`, `service:…`, `dataset:…`, `subject`, `system`, `emergency`, or `everyone`. */
  readonly who: string
  readonly may: readonly Act[]
  /** Only these and what is below them; all when absent. */
  readonly fields?: readonly string[]
  /** The labels it opens; the usual ones of its kind when absent. */
  readonly labels?: readonly Label[]
  readonly ground: string
}

/** How long records are kept: a duration (ISO 8601) from a date in the record or from when it was recorded. */
export interface Retention {
  readonly keep: string
  readonly from: string
}

/** Type of a projected column. */
export type ColumnType = 'text' | 'number' | 'date' | 'boolean' | 'instant'

/** A projected column. */
export interface Column {
  readonly name: string
  readonly pointer: string
  readonly type: ColumnType
  /** `words`: the record is found by words of it while one types. */
  readonly search?: 'exact' | 'prefix' | 'words'
}

/** The words by which a record is found while one types, of all its columns that are: it has no other name in searches. */
export const wordsColumn: Column = { name: 'soughtWords', pointer: '', type: 'text' }

/** Whether records are found by words while one types. */
export const isFoundByWords = ({ columns }: { readonly columns: readonly Column[] }): boolean =>
  columns.some(({ search }) => search === 'words')

/** Something unique in a register. */
export interface UniqueKey {
  readonly name: string
  readonly pointers: readonly string[]
  /** FEEL over the record's data; the key counts only where it is true. */
  readonly when?: string
}

/** A value that the register gives out itself: an identifier of a scheme of the jurisdiction. */
export interface Assignment {
  readonly pointer: string
  readonly identifier: string
  readonly when?: string
}

/** One thing by which records are compared when duplicates are looked for. */
export interface MatchingFeature {
  readonly id: string
  readonly as: 'person-name' | 'title' | 'date' | 'identifier' | 'exact'
  /** Where the value stands; several are several spellings of one. */
  readonly pointers: readonly string[]
}

/** By what records are compared, and from which score on a pair is shown. */
export interface Matching {
  readonly features: readonly MatchingFeature[]
  readonly from: number
}

/** A register as its package declares it. */
export interface RegisterDefinition {
  readonly id: string
  readonly version: string
  readonly owner: string
  readonly idPrefix: string
  readonly schema: TSchema
  readonly subjects: readonly string[]
  readonly keys: readonly UniqueKey[]
  readonly references: readonly { readonly pointer: string; readonly register: string; readonly local: boolean }[]
  readonly columns: readonly Column[]
  readonly assigns: readonly Assignment[]
  readonly labels: Readonly<Record<string, Label>>
  readonly access: readonly Grant[]
  readonly retention: Retention | null
  /** Acts that take effect only when a second person approves them. */
  readonly approval: readonly ('write' | 'correct')[]
  /** Null where nobody looks for duplicates. */
  readonly matching: Matching | null
  readonly status: {
    readonly pointer: string
    readonly initial: string
    readonly changes: Readonly<Record<string, readonly string[]>>
  } | null
  readonly order: readonly { readonly column: string; readonly direction: 'ascending' | 'descending' }[]
}

const definitions = new WeakMap<Package, RegisterDefinition>()

/** The definition that a register package holds. */
export function definitionOf(pack: Package): RegisterDefinition {
  const known = definitions.get(pack)
  if (known) return known
  const declared = pack.json.get('register.json') as unknown as Partial<RegisterDefinition> & {
    indexes?: readonly Column[]
  }
  const definition: RegisterDefinition = {
    id: pack.id,
    version: pack.version,
    owner: declared.owner ?? '',
    idPrefix: declared.idPrefix ?? pack.id,
    schema: pack.json.get('data.schema.json') as TSchema,
    subjects: declared.subjects ?? [],
    keys: declared.keys ?? [],
    references: declared.references ?? [],
    columns: declared.indexes ?? [],
    assigns: declared.assigns ?? [],
    labels: declared.labels ?? {},
    access: declared.access ?? [],
    retention: declared.retention ?? null,
    approval: declared.approval ?? [],
    matching: declared.matching ?? null,
    status: declared.status ?? null,
    order: declared.order ?? [],
  }
  definitions.set(pack, definition)
  return definition
}
