import { openScope, protocol } from '@tereze/operation'
import { columnUnknown, datasetNotFound, versionNotFound, versionWithdrawn } from './dataset.ts'

/** Formats in which every version lies ready. */
export const fileFormats = ['csv', 'json', 'parquet'] as const
/** Formats in which every version lies ready. */
export type FileFormat = (typeof fileFormats)[number]

/** Files and rows of a version. */
export const getFile = protocol({
  name: 'datasets.get-file',
  does: 'Gives a version of a dataset: data.csv, data.json, data.parquet, schema.json, or rows page by page; `latest` is the newest.',
  method: 'GET',
  path: '/datasets/:dataset/:version/:file',
  permission: 'datasets.dataset.read',
  scope: openScope,
  refusals: [datasetNotFound, versionNotFound, versionWithdrawn, columnUnknown],
})

/** The register of datasets by the Russian recommendations. */
export const getRussianList = protocol({
  name: 'datasets.get-list',
  does: 'Gives the register of all datasets as list.csv by the Russian recommendations on open data, version 3.0.',
  method: 'GET',
  path: '/opendata/list.csv',
  permission: 'datasets.dataset.read',
  scope: openScope,
})

/** The passport of a dataset by the Russian recommendations. */
export const getRussianPassport = protocol({
  name: 'datasets.get-passport',
  does: 'Gives the passport of a dataset (meta.csv), its data and its structure by the Russian recommendations on open data.',
  method: 'GET',
  path: '/opendata/:set/:file',
  permission: 'datasets.dataset.read',
  scope: openScope,
  refusals: [datasetNotFound, versionNotFound],
})
