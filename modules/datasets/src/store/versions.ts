import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { FileFormat } from '../contract/open-files.ts'
import type { Row } from '../rules/build-counts.ts'
import type { DatasetColumn } from '../rules/columns-of.ts'
import type { VersionChanges } from '../rules/compare-versions.ts'

/** A blob that holds a version in one format. */
export interface VersionFile {
  readonly hash: string
  readonly size: number
}

/** A version as it is stored. */
export interface StoredVersion {
  readonly tenant: string
  readonly dataset: string
  readonly version: number
  readonly packageVersion: string
  readonly publishedAt: string
  readonly cause: string
  readonly columns: readonly DatasetColumn[]
  readonly rowCount: number
  readonly hidden: number
  readonly changes: VersionChanges | null
  readonly files: Readonly<Record<FileFormat, VersionFile>>
  readonly withdrawnAt: string | null
  readonly withdrawnReason: string | null
}

const columns = sql`tenant, dataset, version, package_version as "packageVersion", published_at as "publishedAt", cause, columns,
  row_count as "rowCount", hidden, changes, files, withdrawn_at as "withdrawnAt", withdrawn_reason as "withdrawnReason"`

/** Versions of a dataset, the newest first. */
export function listVersions(reader: Reader, tenant: string, dataset: string): Promise<StoredVersion[]> {
  return rows(
    reader,
    sql<StoredVersion>`select ${columns} from datasets.versions
      where tenant = ${tenant} and dataset = ${dataset} order by version desc`,
  )
}

/** The newest version of each dataset that was not taken back. */
export function listNewest(reader: Reader): Promise<StoredVersion[]> {
  return rows(
    reader,
    sql<StoredVersion>`select distinct on (dataset) ${columns} from datasets.versions
      where withdrawn_at is null order by dataset, version desc`,
  )
}

/** One version, taken back or not; without a number the newest that was not. */
export function findVersion(
  reader: Reader,
  tenant: string,
  dataset: string,
  version: number | null,
): Promise<StoredVersion | null> {
  return findRow(
    reader,
    sql<StoredVersion>`select ${columns} from datasets.versions where tenant = ${tenant} and dataset = ${dataset}
      and ${version === null ? sql`withdrawn_at is null` : sql`version = ${version}`} order by version desc limit 1`,
  )
}

/** The last version that was made, taken back or not: what readers may hold already. */
export function findLast(reader: Reader, tenant: string, dataset: string): Promise<StoredVersion | null> {
  return findRow(
    reader,
    sql<StoredVersion>`select ${columns} from datasets.versions where tenant = ${tenant} and dataset = ${dataset}
      order by version desc limit 1`,
  )
}

/** Keeps a new version with its rows. */
export function insertVersion(
  tx: Tx,
  version: Omit<StoredVersion, 'tenant' | 'publishedAt' | 'withdrawnAt' | 'withdrawnReason'>,
  table: readonly Row[],
  now: Date,
): void {
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  post(
    tx,
    sql`insert into datasets.versions
        (tenant, dataset, version, package_version, published_at, cause, columns, row_count, hidden, changes, files)
      values (${tx.tenant}, ${version.dataset}, ${version.version}, ${version.packageVersion}, ${now}, ${version.cause},
        ${json(version.columns)}, ${version.rowCount}, ${version.hidden},
        ${version.changes === null ? sql`null` : json(version.changes)}, ${json(version.files)})`,
  )
  post(
    tx,
    sql`insert into datasets.rows (tenant, dataset, version, place, data)
      select ${tx.tenant}, ${version.dataset}, ${version.version}, place, value
      from jsonb_array_elements(${json(table)}) with ordinality as given (value, place)`,
  )
}

/** Takes a version back; its rows stay for comparing the next one with. False when there is none, or it was taken back before. */
export async function updateWithdrawn(
  tx: Tx,
  { dataset, version, by, reason, now }: { dataset: string; version: number; by: string; reason: string; now: Date },
): Promise<boolean> {
  const changed = await run(
    tx,
    sql`update datasets.versions set withdrawn_at = ${now}, withdrawn_by = ${by}, withdrawn_reason = ${reason}
      where tenant = ${tx.tenant} and dataset = ${dataset} and version = ${version} and withdrawn_at is null`,
  )
  return changed === 1
}

/** Rows of a version after a place, perhaps only those whose columns have given values, each with its place. */
export function listRowsAfter(
  reader: Reader,
  of: { tenant: string; dataset: string; version: number },
  where: Readonly<Record<string, string>>,
  after: number,
  limit: number,
): Promise<{ place: number; data: Row }[]> {
  const conditions = Object.entries(where).map(([name, value]) => sql`data ->> ${name}::text = ${value}`)
  return rows(
    reader,
    sql<{ place: number; data: Row }>`select place, data from datasets.rows
      where ${sql.join(
        [
          sql`tenant = ${of.tenant} and dataset = ${of.dataset} and version = ${of.version} and place > ${after}`,
          ...conditions,
        ],
        sql` and `,
      )} order by place limit ${limit}`,
  )
}

/** All rows of a version. */
export async function listAllRows(reader: Reader, tenant: string, dataset: string, version: number): Promise<Row[]> {
  const found = await rows(
    reader,
    sql<{ data: Row }>`select data from datasets.rows
      where tenant = ${tenant} and dataset = ${dataset} and version = ${version} order by place`,
  )
  return found.map(({ data }) => data)
}
