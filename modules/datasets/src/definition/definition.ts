import type { Package } from '@tereze/catalogue/contract'

/** By what a dataset counts. */
export interface Dimension {
  /** Name of the column in files. */
  readonly name: string
  /** Column of the register, or of the tally of cases. */
  readonly from: string
  readonly grain?: 'month' | 'quarter' | 'year'
  readonly total?: boolean
}

/** A figure of a dataset. */
export interface Measure {
  readonly name: string
  readonly measure: 'count' | 'sum' | 'average'
  readonly of?: string
  readonly concept: string
}

/** A field of records that are published as they are. */
export interface PublishedField {
  readonly name: string
  /** JSON Pointer into the record. */
  readonly from: string
  readonly key?: boolean
}

/** How often a new version may come. */
export type Periodicity = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly'

/** When figures are hidden. */
export interface Disclosure {
  readonly threshold: number
  readonly dominance?: number
}

/** A dataset as its package declares it. */
export interface DatasetDefinition {
  readonly id: string
  readonly version: string
  readonly owner: string
  readonly source:
    | { readonly register: string; readonly where: Readonly<Record<string, string | number | boolean | null>> }
    | { readonly cases: readonly string[] }
  /** Counts by dimensions, or records with their fields. */
  readonly shows:
    | {
        readonly kind: 'counts'
        readonly dimensions: readonly Dimension[]
        readonly measures: readonly Measure[]
        readonly disclosure: Disclosure
      }
    | { readonly kind: 'records'; readonly fields: readonly PublishedField[] }
  readonly licence: string
  readonly periodicity: Periodicity
  readonly contact: { readonly email: string; readonly phone?: string }
  /** Code of the EU authority table data-theme; null: none. */
  readonly theme: string | null
  /** Keys of the words for keywords. */
  readonly keywords: readonly string[]
}

interface Card {
  readonly owner: string
  readonly source: { register?: string; where?: Record<string, string>; cases?: string[] }
  readonly dimensions?: readonly Dimension[]
  readonly measures?: readonly Measure[]
  readonly disclosure?: Disclosure
  readonly fields?: readonly PublishedField[]
  readonly licence: string
  readonly periodicity: Periodicity
  readonly contact: { email: string; phone?: string }
  readonly theme?: string
  readonly keywords?: readonly string[]
}

const definitions = new WeakMap<Package, DatasetDefinition>()

/** The dataset that a package declares; the format of the file is checked before. */
export function definitionOf(pack: Package): DatasetDefinition {
  const known = definitions.get(pack)
  if (known !== undefined) return known
  const card = pack.json.get('dataset.json') as unknown as Card
  const { source, dimensions = [], measures = [], disclosure = { threshold: 3 }, fields } = card
  const definition: DatasetDefinition = {
    id: pack.id,
    version: pack.version,
    owner: card.owner,
    source:
      source.register === undefined
        ? { cases: source.cases ?? [] }
        : { register: source.register, where: source.where ?? {} },
    shows: fields === undefined ? { kind: 'counts', dimensions, measures, disclosure } : { kind: 'records', fields },
    licence: card.licence,
    periodicity: card.periodicity,
    contact: card.contact,
    theme: card.theme ?? null,
    keywords: (card.keywords ?? []).map(keyword => keyword.replace(/^message:/, '')),
  }
  definitions.set(pack, definition)
  return definition
}

/** The entry of a register's access that a dataset reads under. */
export function readerOf({ id }: Pick<DatasetDefinition, 'id'>): `dataset:${string}` {
  return `dataset:${id}`
}
