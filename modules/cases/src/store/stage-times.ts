import { type Reader, rows, sql } from '@tereze/foundation-database'

/** When a case entered a stage for the first time. */
export interface StageTime {
  readonly stage: string
  readonly at: string
}

/** When a case entered its stages, the first first. */
export async function listStageTimes(reader: Reader, tenant: string, caseId: string): Promise<StageTime[]> {
  return rows(
    reader,
    sql<StageTime>`select stage, min(at) as at from cases.history
      where tenant = ${tenant} and case_id = ${caseId} and what = 'entered' and stage is not null
      group by stage order by min(ordinal)`,
  )
}
