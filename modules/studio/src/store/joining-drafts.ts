import { type Reader, rows, sql } from '@tereze/foundation-database'
import { regulationSource } from '@tereze/regulation'
import type { JoiningDraft } from '../rules/variant-cells.ts'

/** Drafts of an organisation that are acts of joining, the last saved first; at most 500. A file that is no JSON is none. */
export function listJoiningDrafts(reader: Reader, organisation: string): Promise<JoiningDraft[]> {
  return rows(
    reader,
    sql<JoiningDraft>`select d.id as draft, d.package, split_part(f.text::jsonb->>'base', '@', 1) as template
      from studio.drafts d join studio.files f on f.tenant = d.tenant and f.draft = d.id and f.path = ${regulationSource}
      where d.tenant = ${organisation} and d.removed_at is null and d.kind = 'service'
        and case when f.text is json object then f.text::jsonb->>'kind' = 'joining' and f.text::jsonb ? 'changes' else false end
      order by d.saved_at desc, d.id limit 500`,
  )
}
