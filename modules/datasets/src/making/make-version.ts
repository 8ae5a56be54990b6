import { isDeepStrictEqual } from 'node:util'
import { getOrganisation, type Package, packages } from '@tereze/catalogue/contract'
import { fileStore } from '@tereze/foundation-files'
import { type JobContext, localDate } from '@tereze/foundation-operations'
import { versionPublished } from '../contract/publication.ts'
import { type DatasetDefinition, definitionOf } from '../definition/definition.ts'
import { buildCounts, type Row } from '../rules/build-counts.ts'
import { buildRecords } from '../rules/build-records.ts'
import { columnsOf, type DatasetColumn } from '../rules/columns-of.ts'
import { compareVersions, isSame } from '../rules/compare-versions.ts'
import { nextDue } from '../rules/periods.ts'
import { updateMade } from '../store/publications.ts'
import { upsertSchedule } from '../store/schedules.ts'
import { findLast, insertVersion, listAllRows } from '../store/versions.ts'
import { readGroups, readRecords } from './read-source.ts'
import { writeFiles } from './write-files.ts'

/** The figures of a dataset cannot be protected any more, whatever is hidden. */
export class FiguresUnprotected extends Error {
  readonly places: readonly string[]
  constructor(places: readonly string[]) {
    super(`${places.length} figures cannot be protected`)
    this.name = 'FiguresUnprotected'
    this.places = places
  }
}

/** Names of the columns that tell rows apart: tables with the same ones are held against each other. */
const keysOf = (columns: readonly DatasetColumn[]) =>
  columns
    .filter(({ role }) => role === 'key')
    .map(({ name }) => name)
    .sort()

/** Why a version was made that nobody asked for. */
export const bySchedule = 'schedule'

/** Local date in the zone of a dataset's owner. */
export function todayOf({ ports, clock }: JobContext, { owner }: DatasetDefinition): string {
  return localDate(clock.now(), getOrganisation(ports.get(packages), owner).zone)
}

async function tableOf(
  job: JobContext,
  definition: DatasetDefinition,
  before: readonly Row[],
): Promise<{ rows: readonly Row[]; hidden: number }> {
  const { shows } = definition
  if (shows.kind === 'records')
    return { rows: buildRecords(shows.fields, await readRecords(job, definition)), hidden: 0 }
  const built = buildCounts(shows, await readGroups(job, definition, shows, todayOf(job, definition)), before)
  if ('unprotected' in built) throw new FiguresUnprotected(built.unprotected)
  return built
}

/**
 * Makes the next version of a dataset, if anything differs from the last one. The source is read and the files are written before the
 * one transaction that publishes; of two nodes that do so at once one is undone by the number of the version.
 * @returns the number of the new version; null when nothing has changed.
 * @throws SourceRefused, FiguresUnprotected.
 */
export async function makeVersion(job: JobContext, pack: Package, cause: string): Promise<number | null> {
  const definition = definitionOf(pack)
  const { id: dataset, owner } = definition
  const columns = columnsOf(definition)
  const last = await findLast(job.database, owner, dataset)
  const rowsBefore = last === null ? [] : await listAllRows(job.database, owner, dataset, last.version)
  const isAlike = last !== null && isDeepStrictEqual(keysOf(last.columns), keysOf(columns))
  const { rows, hidden } = await tableOf(job, definition, isAlike ? rowsBefore : [])
  const changes = last === null ? null : compareVersions({ columns: last.columns, rows: rowsBefore }, { columns, rows })
  // What was taken back comes again only by another declaration, or when two officials want it.
  const isHeld = last?.withdrawnAt !== null && last?.packageVersion === pack.version && cause === bySchedule
  const isNew = changes === null || (!isHeld && (!isSame(changes) || last?.withdrawnAt !== null))
  const version = isNew ? (last?.version ?? 0) + 1 : null
  const files = isNew ? await writeFiles(job.ports.get(fileStore), columns, rows) : null
  await job.write(owner, async context => {
    const { tx, now } = context
    const dueOn = nextDue(todayOf(job, definition), definition.periodicity)
    upsertSchedule(tx, { dataset, dueOn, packageVersion: pack.version, failure: null }, now)
    updateMade(tx, dataset, version === null ? 'unchanged' : 'published', version)
    if (version === null || files === null) return
    const made = {
      dataset,
      version,
      packageVersion: pack.version,
      cause,
      columns,
      rowCount: rows.length,
      hidden,
      changes,
      files,
    }
    insertVersion(tx, made, rows, now)
    await context.emit(versionPublished, { subject: dataset, data: { dataset, version } })
  })
  return version
}
