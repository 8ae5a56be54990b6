import {
  Instant,
  LocalDate,
  OrganisationId,
  openScope,
  operation,
  PageInput,
  page,
  refusal,
  Text,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Id of a dataset: that of its package. */
export const DatasetId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,79}$' })
/** Number of a version, from 1 on. */
export const VersionNumber = Type.Integer({ minimum: 1, maximum: 1_000_000 })

/** Nothing is published under this name. */
export const datasetNotFound = refusal('datasets.dataset-not-found', 'not-found')
/** The dataset has no such version. */
export const versionNotFound = refusal('datasets.version-not-found', 'not-found')
/** The version was taken back; a newer one may be there. */
export const versionWithdrawn = refusal('datasets.version-withdrawn', 'gone')
/** The table has no such column, or is not asked by it. */
export const columnUnknown = refusal('datasets.column-unknown', 'invalid')

/** A value of a published table. */
export const DatasetValue = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])
/** A row of a published table. */
export const DatasetRow = Type.Record(Type.String(), DatasetValue)

/** A column with its words. */
export const DatasetColumnView = Type.Object({
  name: Type.String(),
  type: Type.Union([Type.Literal('text'), Type.Literal('number'), Type.Literal('boolean')]),
  role: Type.Union([Type.Literal('key'), Type.Literal('value'), Type.Literal('hidden')]),
  title: Text,
  /** Code → words, where the column holds codes. */
  codes: Type.Record(Type.String(), Text),
})
/** A column with its words. */
export type DatasetColumnView = Static<typeof DatasetColumnView>

/** A dataset in a list. */
export const DatasetCard = Type.Object({
  dataset: DatasetId,
  title: Text,
  summary: Text,
  owner: OrganisationId,
  ownerName: Text,
  periodicity: Type.String(),
  /** The newest version that was not taken back; null while there is none. */
  version: Type.Union([VersionNumber, Type.Null()]),
  publishedAt: Type.Union([Instant, Type.Null()]),
  rows: Type.Integer(),
})
/** A dataset in a list. */
export type DatasetCard = Static<typeof DatasetCard>

/** How a version differs from the one before. */
export const DatasetChanges = Type.Object({
  columns: Type.Object({
    added: Type.Array(Type.String()),
    removed: Type.Array(Type.String()),
    retyped: Type.Array(Type.String()),
  }),
  added: Type.Integer(),
  removed: Type.Integer(),
  changed: Type.Integer(),
  /** The first of the rows that differ. */
  rows: Type.Array(
    Type.Object({
      change: Type.Union([Type.Literal('added'), Type.Literal('removed'), Type.Literal('changed')]),
      key: Type.Array(DatasetValue),
      values: Type.Record(Type.String(), Type.Object({ before: DatasetValue, after: DatasetValue })),
    }),
  ),
})

/** A version of a dataset. */
export const DatasetVersion = Type.Object({
  version: VersionNumber,
  /** Version of the declaration that it was made by. */
  declared: Type.String(),
  /** The columns that it has; an earlier declaration may have had others. */
  columns: Type.Array(
    Type.Object({
      name: Type.String(),
      type: DatasetColumnView.properties.type,
      role: DatasetColumnView.properties.role,
    }),
  ),
  publishedAt: Instant,
  rows: Type.Integer(),
  /** Rows whose figures are hidden. */
  hidden: Type.Integer(),
  /** Null of the first version. */
  changes: Type.Union([DatasetChanges, Type.Null()]),
  /** Format → bytes and SHA-256 in hex. */
  files: Type.Record(Type.String(), Type.Object({ size: Type.Integer(), sha256: Type.String() })),
  withdrawn: Type.Union([Type.Object({ at: Instant, reason: Type.String() }), Type.Null()]),
})
/** A version of a dataset. */
export type DatasetVersion = Static<typeof DatasetVersion>

/** A dataset with its versions, the newest first. */
export const DatasetDescription = Type.Object({
  ...DatasetCard.properties,
  licence: Type.String(),
  contact: Type.Object({ email: Type.String(), phone: Type.Union([Type.String(), Type.Null()]) }),
  keywords: Type.Array(Text),
  /** From which count on figures are shown; null where records are published. */
  threshold: Type.Union([Type.Integer(), Type.Null()]),
  /** Local date of the next look; null before the first. */
  dueOn: Type.Union([LocalDate, Type.Null()]),
  columns: Type.Array(DatasetColumnView),
  versions: Type.Array(DatasetVersion),
})

/** Lists what is published. */
export const listDatasets = operation({
  name: 'datasets.list-datasets',
  does: 'Lists the datasets that are published as open data; with words, those that speak of all of them.',
  kind: 'query',
  input: Type.Object({ words: Type.Optional(Type.String({ maxLength: 200 })) }),
  output: Type.Object({ items: Type.Array(DatasetCard) }),
  permission: 'datasets.dataset.read',
  scope: openScope,
})

/** Shows a dataset. */
export const getDataset = operation({
  name: 'datasets.get-dataset',
  does: 'Shows a dataset with its columns, versions and what changed from each to the next.',
  kind: 'query',
  input: Type.Object({ dataset: DatasetId }),
  output: DatasetDescription,
  permission: 'datasets.dataset.read',
  scope: openScope,
  refusals: [datasetNotFound],
})

/** Gives rows of a version. */
export const listRows = operation({
  name: 'datasets.list-rows',
  does: 'Gives the rows of a version of a dataset, page by page, perhaps only those with given values.',
  kind: 'query',
  input: Type.Object({
    dataset: DatasetId,
    /** The newest when absent. */
    version: Type.Optional(VersionNumber),
    /** Column → value as text. */
    where: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 500 }))),
    ...PageInput.properties,
  }),
  output: Type.Object({ ...page(DatasetRow).properties, dataset: DatasetId, version: VersionNumber }),
  permission: 'datasets.dataset.read',
  scope: openScope,
  refusals: [datasetNotFound, versionNotFound, versionWithdrawn, columnUnknown],
})
