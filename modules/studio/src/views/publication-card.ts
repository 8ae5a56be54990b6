import type { Context } from '@tereze/foundation-operations'
import type { PublicationCard } from '../contract/index.ts'
import { refusalsInWords } from '../rules/problems-of.ts'
import type { PublicationRow } from '../store/publications.ts'
import { colleaguesOf } from './colleagues.ts'

/** Requests to publish as lists show them, with the names of who did what. */
export async function publicationCards(
  context: Context,
  organisation: string,
  rows: readonly PublicationRow[],
): Promise<PublicationCard[]> {
  const acting = rows.flatMap(row => [row.requestedBy, row.reviewedBy, row.orderedBy, row.withdrawnBy])
  const who = await colleaguesOf(
    context,
    organisation,
    acting.filter(one => one !== null),
  )
  const step = (by: string | null, at: string | null) => (by === null || at === null ? null : { by: who(by), at })
  return rows.map(row => ({
    publication: row.id,
    draft: row.draft,
    kind: row.kind,
    package: row.package,
    title: row.title,
    base: row.baseVersion,
    version: row.version,
    name: row.name,
    notes: row.notes,
    trial: row.trial,
    state: row.state,
    requested: { by: who(row.requestedBy), at: row.requestedAt },
    reviewed: step(row.reviewedBy, row.reviewedAt),
    remarks: row.remarks,
    ordered: step(row.orderedBy, row.orderedAt),
    withdrawn: step(row.withdrawnBy, row.endedAt),
    endedAt: row.endedAt,
    problems: refusalsInWords(row.problems),
  }))
}
