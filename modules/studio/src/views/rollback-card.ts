import type { Context } from '@tereze/foundation-operations'
import { type RollbackCard, reviewRollback } from '../contract/index.ts'
import { whyNoReview } from '../rules/decide-rollback.ts'
import { refusalsInWords } from '../rules/problems-of.ts'
import type { RollbackRow } from '../store/rollbacks.ts'
import { colleaguesOf } from './colleagues.ts'

/** Rollbacks as screens show them, with the names of who did what. */
export async function rollbackCards(
  context: Context,
  organisation: string,
  rows: readonly RollbackRow[],
): Promise<RollbackCard[]> {
  const acting = rows.flatMap(({ orderedBy, reviewedBy }) => [orderedBy, ...(reviewedBy === null ? [] : [reviewedBy])])
  const who = await colleaguesOf(context, organisation, acting)
  const mayReview = await context.may(reviewRollback)
  return rows.map(row => ({
    rollback: row.id,
    kind: row.kind,
    package: row.package,
    title: row.title,
    from: row.fromVersion,
    to: row.toVersion,
    reason: row.reason,
    state: row.state,
    ordered: { by: who(row.orderedBy), at: row.orderedAt },
    endedAt: row.endedAt,
    reviewed:
      row.reviewedBy === null || row.reviewedAt === null ? null : { by: who(row.reviewedBy), at: row.reviewedAt },
    remarks: row.remarks,
    problems: refusalsInWords(row.problems),
    mayReview: mayReview && whyNoReview(row, context.actor.id, 'read') === null,
  }))
}
