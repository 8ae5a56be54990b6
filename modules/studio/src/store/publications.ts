import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Text } from '@tereze/operation'
import type { DraftKind, PublicationProblem, PublicationState } from '../contract/index.ts'

/** A request to publish as it is kept, without its files. */
export interface PublicationRow {
  readonly id: string
  readonly draft: string
  readonly kind: DraftKind
  readonly package: string
  readonly title: Text
  readonly baseVersion: string | null
  readonly version: string
  readonly name: string
  readonly notes: string
  /** Percent of new cases that take it; null: all of them. */
  readonly trial: number | null
  readonly revision: number
  readonly hash: string
  readonly writers: readonly string[]
  readonly state: PublicationState
  readonly requestedBy: string
  readonly requestedAt: string
  readonly reviewedBy: string | null
  readonly reviewedAt: string | null
  readonly remarks: string
  readonly orderedBy: string | null
  readonly orderedAt: string | null
  readonly withdrawnBy: string | null
  readonly endedAt: string | null
  readonly problems: readonly PublicationProblem[]
}

const columns = sql`id, draft, kind, package, title, base_version as "baseVersion", version, name, notes, trial_share as trial, revision, hash, writers, state,
  requested_by as "requestedBy", requested_at as "requestedAt", reviewed_by as "reviewedBy", reviewed_at as "reviewedAt", remarks,
  ordered_by as "orderedBy", ordered_at as "orderedAt", withdrawn_by as "withdrawnBy", ended_at as "endedAt", problems`

type NewPublication = Pick<
  PublicationRow,
  | 'id'
  | 'draft'
  | 'kind'
  | 'package'
  | 'title'
  | 'baseVersion'
  | 'version'
  | 'name'
  | 'notes'
  | 'trial'
  | 'revision'
  | 'hash'
  | 'writers'
> & { readonly files: Readonly<Record<string, string>>; readonly by: string; readonly now: Date }

/** Keeps a new request with its files. @returns false where another one of the package is open. */
export async function insertPublication(tx: Tx, one: NewPublication): Promise<boolean> {
  const kept = await rows(
    tx,
    sql`insert into studio.publications (tenant, id, draft, kind, package, title, base_version, version, name, notes, trial_share, revision, hash, files,
        writers, state, requested_by, requested_at)
      values (${tx.tenant}, ${one.id}, ${one.draft}, ${one.kind}, ${one.package}, ${JSON.stringify(one.title)}::jsonb, ${one.baseVersion},
        ${one.version}, ${one.name}, ${one.notes}, ${one.trial}, ${one.revision}, ${one.hash}, ${JSON.stringify(one.files)}::jsonb,
        ${[...one.writers]}::text[], 'review', ${one.by}, ${one.now})
      on conflict (tenant, kind, package) where state in ('review', 'approved', 'ordered') do nothing returning id`,
  )
  return kept.length > 0
}

/** The open request of a package; null when there is none. */
export async function findOpenPublication(reader: Reader, organisation: string, kind: DraftKind, id: string) {
  const row = await findRow(
    reader,
    sql<{
      id: string
    }>`select id from studio.publications where tenant = ${organisation} and kind = ${kind} and package = ${id}
      and state in ('review', 'approved', 'ordered')`,
  )
  return row?.id ?? null
}

/** A request; null when there is none. */
export function findPublication(reader: Reader, organisation: string, id: string): Promise<PublicationRow | null> {
  return findRow(
    reader,
    sql<PublicationRow>`select ${columns} from studio.publications where tenant = ${organisation} and id = ${id}`,
  )
}

/** The request by which a version was published; null where it came another way. */
export function findPublished(
  reader: Reader,
  organisation: string,
  kind: DraftKind,
  id: string,
  version: string,
): Promise<PublicationRow | null> {
  return findRow(
    reader,
    sql<PublicationRow>`select ${columns} from studio.publications
      where tenant = ${organisation} and kind = ${kind} and package = ${id} and version = ${version} and state = 'published'`,
  )
}

/** A request of the tenant, held until the transaction ends. */
export function holdPublication(tx: Tx, id: string): Promise<PublicationRow | null> {
  return findRow(
    tx,
    sql<PublicationRow>`select ${columns} from studio.publications where tenant = ${tx.tenant} and id = ${id} for update`,
  )
}

/** The files of a request by path; none where there is no such request. */
export async function findPublicationFiles(
  reader: Reader,
  organisation: string,
  id: string,
): Promise<Readonly<Record<string, string>>> {
  const row = await findRow(
    reader,
    sql<{
      files: Record<string, string>
    }>`select files from studio.publications where tenant = ${organisation} and id = ${id}`,
  )
  return row?.files ?? {}
}

/** Requests of an organisation, or of one draft, the newest first. */
export function listPublicationRows(
  reader: Reader,
  organisation: string,
  draft: string | null,
): Promise<PublicationRow[]> {
  return rows(
    reader,
    sql<PublicationRow>`select ${columns} from studio.publications
      where tenant = ${organisation} and (${draft}::text is null or draft = ${draft}) order by requested_at desc, id limit 500`,
  )
}

/** Keeps what a reviewer decided. */
export async function updateReviewed(
  tx: Tx,
  id: string,
  review: { readonly state: PublicationState; readonly remarks: string; readonly by: string; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update studio.publications set state = ${review.state}, remarks = ${review.remarks}, reviewed_by = ${review.by},
      reviewed_at = ${review.now} where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Keeps that a publisher ordered it. */
export async function updateOrdered(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update studio.publications set state = 'ordered', ordered_by = ${by}, ordered_at = ${now}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Keeps that it was withdrawn. */
export async function updateWithdrawn(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update studio.publications set state = 'withdrawn', withdrawn_by = ${by}, ended_at = ${now}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Keeps what the platform did with an order; one that was settled already stays. */
export async function updateSettled(
  tx: Tx,
  id: string,
  outcome: { readonly published: boolean; readonly problems: readonly PublicationProblem[]; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update studio.publications set state = ${outcome.published ? 'published' : 'refused'},
      problems = ${JSON.stringify(outcome.problems)}::jsonb, ended_at = ${outcome.now}
      where tenant = ${tx.tenant} and id = ${id} and state = 'ordered'`,
  )
}
