import type { Colleague, DraftCard } from '../contract/index.ts'
import type { DraftRow } from '../store/drafts.ts'

/** A draft as lists show it. */
export function draftCard(row: DraftRow, who: (id: string) => Colleague): DraftCard {
  return {
    draft: row.id,
    kind: row.kind,
    package: row.package,
    title: row.title,
    base:
      row.baseVersion === null || row.baseHash === null
        ? null
        : { version: row.baseVersion, hash: row.baseHash, revision: row.baseRevision },
    revision: row.revision,
    begunBy: who(row.begunBy),
    begunAt: row.begunAt,
    savedBy: who(row.savedBy),
    savedAt: row.savedAt,
    removedAt: row.removedAt,
  }
}
