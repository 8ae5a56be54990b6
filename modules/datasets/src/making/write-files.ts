import { writeCsv, writeDataFile } from '@tereze/data-files'
import { type Files, isTooLarge } from '@tereze/foundation-files'
import type { FileFormat } from '../contract/open-files.ts'
import type { Row } from '../rules/build-counts.ts'
import type { DatasetColumn } from '../rules/columns-of.ts'
import type { VersionFile } from '../store/versions.ts'

/** A table as CSV (RFC 4180, comma, UTF-8 without a mark, names of columns first). */
export function tableAsCsv(columns: readonly DatasetColumn[], rows: readonly Row[]): string {
  return writeCsv([columns.map(({ name }) => name), ...rows.map(row => columns.map(({ name }) => row[name]))], {
    delimiter: ',',
  })
}

async function written(
  format: FileFormat,
  columns: readonly DatasetColumn[],
  rows: readonly Row[],
): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from(tableAsCsv(columns, rows))
  if (format === 'json') return Buffer.from(JSON.stringify(rows))
  return writeDataFile(
    'parquet',
    columns.map(({ name, type }) => ({ name, kind: type })),
    rows.map(row => columns.map(({ name }) => row[name])),
  )
}

/** Writes a version in every format into the store of files. */
export async function writeFiles(
  files: Files,
  columns: readonly DatasetColumn[],
  rows: readonly Row[],
): Promise<Record<FileFormat, VersionFile>> {
  const keep = async (format: FileFormat): Promise<VersionFile> => {
    const stored = await files.write(await written(format, columns, rows))
    if (isTooLarge(stored)) throw new Error('a file of a dataset is larger than the store takes')
    return stored
  }
  return { csv: await keep('csv'), json: await keep('json'), parquet: await keep('parquet') }
}
