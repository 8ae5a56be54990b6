import type { Context } from '@tereze/foundation-operations'
import type { VersionTrialCard } from '../contract/index.ts'
import { refusalsInWords } from '../rules/problems-of.ts'
import type { VersionTrialRow } from '../store/version-trials.ts'
import { colleaguesOf } from './colleagues.ts'

/** Orders about versions on trial as screens show them, with the names of who gave them. */
export async function versionTrialCards(
  context: Context,
  organisation: string,
  rows: readonly VersionTrialRow[],
): Promise<VersionTrialCard[]> {
  const who = await colleaguesOf(
    context,
    organisation,
    rows.flatMap(({ orderedBy }) => (orderedBy === null ? [] : [orderedBy])),
  )
  return rows.map(
    ({ id, version, change, share, reason, state, orderedBy, orderedAt, endedAt, problem, cases, faulty }) => ({
      order: id,
      version,
      change,
      share,
      reason,
      state,
      ordered: orderedBy === null ? null : { by: who(orderedBy), at: orderedAt },
      failed: cases === null || faulty === null ? null : { cases, faulty },
      endedAt,
      problem: problem === null ? null : (refusalsInWords([{ path: '', code: problem }])[0]?.message ?? null),
    }),
  )
}
