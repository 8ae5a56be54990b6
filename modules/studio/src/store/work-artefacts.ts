import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { GivenArtefact } from '../rules/work-state.ts'

/** An artefact with the work that it belongs to. */
export type ArtefactRow = GivenArtefact & { readonly work: string }

/** Artefacts of some works that were given. */
export function listArtefacts(reader: Reader, organisation: string, works: readonly string[]): Promise<ArtefactRow[]> {
  return rows(
    reader,
    sql<ArtefactRow>`select work, artefact, stage, link, note, given_by as "givenBy", given_at as "givenAt"
      from studio.work_artefacts where tenant = ${organisation} and work = any(${[...works]}::text[]) order by given_at, artefact`,
  )
}

/** Keeps where an artefact lies; what was kept before is replaced. */
export async function upsertArtefact(
  tx: Tx,
  one: {
    readonly work: string
    readonly stage: string
    readonly artefact: string
    readonly link: string
    readonly note: string
    readonly by: string
    readonly now: Date
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into studio.work_artefacts (tenant, work, stage, artefact, link, note, given_by, given_at)
      values (${tx.tenant}, ${one.work}, ${one.stage}, ${one.artefact}, ${one.link}, ${one.note}, ${one.by}, ${one.now})
      on conflict (tenant, work, artefact) do update set link = excluded.link, note = excluded.note, given_by = excluded.given_by,
        given_at = excluded.given_at`,
  )
}

/** Takes an artefact back. */
export async function deleteArtefact(tx: Tx, work: string, artefact: string): Promise<void> {
  await run(
    tx,
    sql`delete from studio.work_artefacts where tenant = ${tx.tenant} and work = ${work} and artefact = ${artefact}`,
  )
}
