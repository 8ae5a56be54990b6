import { findRow, getRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Text } from '@tereze/operation'
import type { DraftKind } from '../contract/index.ts'

/** A draft as it is kept. */
export interface DraftRow {
  readonly id: string
  readonly kind: DraftKind
  readonly package: string
  readonly title: Text
  readonly baseVersion: string | null
  readonly baseHash: string | null
  /** The last revision that is no change to what is published; 0 where nothing is. */
  readonly baseRevision: number
  readonly revision: number
  readonly begunBy: string
  readonly begunAt: string
  readonly savedBy: string
  readonly savedAt: string
  readonly removedAt: string | null
}

const columns = sql`id, kind, package, title, base_version as "baseVersion", base_hash as "baseHash", base_revision as "baseRevision",
  revision,
  begun_by as "begunBy", begun_at as "begunAt", saved_by as "savedBy", saved_at as "savedAt", removed_at as "removedAt"`

/** Keeps a new draft at its first revision. */
export async function insertDraft(
  tx: Tx,
  draft: Pick<DraftRow, 'id' | 'kind' | 'package' | 'title' | 'baseVersion' | 'baseHash' | 'baseRevision'> & {
    by: string
    now: Date
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into studio.drafts (tenant, id, kind, package, title, base_version, base_hash, base_revision, revision,
        begun_by, begun_at, saved_by, saved_at)
      values (${tx.tenant}, ${draft.id}, ${draft.kind}, ${draft.package}, ${JSON.stringify(draft.title)}::jsonb, ${draft.baseVersion},
        ${draft.baseHash}, ${draft.baseRevision}, 1, ${draft.by}, ${draft.now}, ${draft.by}, ${draft.now})`,
  )
}

/** A draft, removed or not; null when there is none. */
export function findDraft(reader: Reader, organisation: string, id: string): Promise<DraftRow | null> {
  return findRow(
    reader,
    sql<DraftRow>`select ${columns} from studio.drafts where tenant = ${organisation} and id = ${id}`,
  )
}

/** The draft of a package that was saved last; null when there is none. */
export function findNewestDraft(
  reader: Reader,
  organisation: string,
  kind: DraftKind,
  id: string,
): Promise<DraftRow | null> {
  return findRow(
    reader,
    sql<DraftRow>`select ${columns} from studio.drafts
      where tenant = ${organisation} and kind = ${kind} and package = ${id} and removed_at is null
      order by saved_at desc, id limit 1`,
  )
}

/** A draft of the tenant, held until the transaction ends: who saves or restores goes one after the other. */
export function holdDraft(tx: Tx, id: string): Promise<DraftRow | null> {
  return findRow(
    tx,
    sql<DraftRow>`select ${columns} from studio.drafts where tenant = ${tx.tenant} and id = ${id} for update`,
  )
}

/** Drafts of an organisation, the last saved first; with words, those whose name or id has them. */
export function listDraftRows(
  reader: Reader,
  organisation: string,
  wanted: { readonly words: string; readonly removed: boolean },
): Promise<DraftRow[]> {
  const pattern = `%${wanted.words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return rows(
    reader,
    sql<DraftRow>`select ${columns} from studio.drafts
      where tenant = ${organisation} and (removed_at is not null) = ${wanted.removed}
        and (package like ${pattern} or lower(concat_ws(' ', title->>'en', title->>'ru', title->>'kk')) like ${pattern})
      order by saved_at desc, id limit 500`,
  )
}

/** How many drafts an organisation has, removed ones not counted. */
export async function countDrafts(reader: Reader, organisation: string): Promise<number> {
  const { count } = await getRow(
    reader,
    sql<{
      count: number
    }>`select count(*)::int as count from studio.drafts where tenant = ${organisation} and removed_at is null`,
  )
  return count
}

/** Notes that a draft got another revision. */
export async function updateSaved(
  tx: Tx,
  id: string,
  saved: { readonly revision: number; readonly title: Text; readonly by: string; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update studio.drafts set revision = ${saved.revision}, title = ${JSON.stringify(saved.title)}::jsonb,
      saved_by = ${saved.by}, saved_at = ${saved.now} where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Notes that a revision of a draft was published: later ones are changes to that. A draft that is no more stays so. */
export async function updateBase(
  tx: Tx,
  id: string,
  base: { readonly version: string; readonly hash: string; readonly revision: number },
): Promise<void> {
  await run(
    tx,
    sql`update studio.drafts set base_version = ${base.version}, base_hash = ${base.hash}, base_revision = ${base.revision}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Removes a draft, or with null returns it. */
export async function updateRemoved(tx: Tx, id: string, at: Date | null): Promise<void> {
  await run(tx, sql`update studio.drafts set removed_at = ${at} where tenant = ${tx.tenant} and id = ${id}`)
}

/** Organisations with drafts that were removed before a moment. */
export async function listRemoved(reader: Reader, before: Date): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ tenant: string }>`select distinct tenant from studio.drafts where removed_at < ${before}`,
  )
  return found.map(({ tenant }) => tenant)
}

/** Forgets the tenant's drafts that were removed before a moment, with files and history. @returns how many. */
export async function deleteRemoved(tx: Tx, before: Date): Promise<number> {
  const gone = await rows(
    tx,
    sql<{ id: string }>`delete from studio.drafts where tenant = ${tx.tenant} and removed_at < ${before} returning id`,
  )
  return gone.length
}
