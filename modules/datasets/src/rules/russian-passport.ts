import { writeCsv } from '@tereze/data-files'
import type { DatasetColumnView } from '../contract/dataset.ts'

/** The version of the recommendations that passports are written by. */
const standard = 'http://opendata.gosmonitor.ru/standard/3.0'

/** What of a version a passport tells. */
export interface PassportVersion {
  readonly version: number
  /** ISO 8601, UTC. */
  readonly publishedAt: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly note: string
}

/** What a passport is written from; words are Russian, as the recommendations want. */
export interface PassportSource {
  /** Identifying code: number of the publisher and name of the dataset. */
  readonly set: string
  readonly title: string
  readonly description: string
  readonly creator: string
  readonly email: string
  readonly phone: string
  readonly subject: string
  /** Local date until which the newest version counts as current. */
  readonly valid: string
  /** Address of the folder of the dataset's files. */
  readonly folder: string
  /** Newest first; not those that were taken back. */
  readonly versions: readonly PassportVersion[]
}

const dayOf = (instant: string) => instant.slice(0, 10).replaceAll('-', '')
const momentOf = (instant: string) => instant.slice(0, 16).replaceAll(/[-:]/g, '')
const structureOf = ({ columns }: PassportVersion) => JSON.stringify(columns)

/** Name of the structure that a version has: by the day of the first version that had it. */
function structureName(versions: readonly PassportVersion[], of: PassportVersion): string {
  const alike = versions.filter(other => structureOf(other) === structureOf(of))
  return `structure-${dayOf(alike.map(({ publishedAt }) => publishedAt).sort()[0] ?? of.publishedAt)}`
}

/** Name of the data of a version, which names its structure too. */
function dataName(versions: readonly PassportVersion[], of: PassportVersion): string {
  return `data-${momentOf(of.publishedAt)}-${structureName(versions, of)}`
}

/** `list.csv`: the register of all datasets of a publisher. */
export function listCsv(
  sets: readonly { readonly set: string; readonly title: string; readonly meta: string }[],
): string {
  return writeCsv(
    [
      ['property', 'title', 'value', 'format'],
      ['standardversion', 'Версия методических рекомендаций', standard, ''],
      ...sets.map(({ set, title, meta }) => [set, title, meta, 'csv']),
    ],
    { delimiter: ',' },
  )
}

/** `meta.csv`: the passport of a dataset. */
export function metaCsv(source: PassportSource): string {
  const { versions, folder } = source
  const newest = versions[0]
  const first = versions.at(-1)
  const structures = new Set(versions.map(version => structureName(versions, version)))
  return writeCsv(
    [
      ['property', 'value'],
      ['standardversion', standard],
      ['identifier', source.set],
      ['title', source.title],
      ['description', source.description],
      ['creator', source.creator],
      ['created', first === undefined ? '' : dayOf(first.publishedAt)],
      ['modified', newest === undefined ? '' : dayOf(newest.publishedAt)],
      ['subject', source.subject],
      ['format', 'csv'],
      ...versions.map(version => [dataName(versions, version), `${folder}/${dataName(versions, version)}.csv`]),
      ...[...structures].map(name => [name, `${folder}/${name}.csv`]),
      ['provenance', newest?.note ?? ''],
      ['valid', source.valid.replaceAll('-', '')],
      ['publishername', source.creator],
      ['publisherphone', source.phone],
      ['publishermbox', source.email],
    ],
    { delimiter: ',' },
  )
}

const formats: Readonly<Record<string, string>> = { text: 'string', number: 'decimal', boolean: 'boolean' }

/** `structure-….csv`: the columns of a table. */
export function structureCsv(columns: readonly DatasetColumnView[]): string {
  return writeCsv(
    [
      ['field name', 'english description', 'russian description', 'format'],
      ...columns.map(({ name, title, type }) => [name, title.en, title.ru, formats[type]]),
    ],
    { delimiter: ',' },
  )
}

/** What a file of a passport's folder is; null when there is no such file. */
export function passportFile(
  versions: readonly PassportVersion[],
  file: string,
): 'meta' | { readonly data: number } | { readonly structure: number } | null {
  if (file === 'meta.csv') return 'meta'
  const data = versions.find(version => file === `${dataName(versions, version)}.csv`)
  if (data !== undefined) return { data: data.version }
  const structure = versions.find(version => file === `${structureName(versions, version)}.csv`)
  return structure === undefined ? null : { structure: structure.version }
}
