import { readingTx } from '@tereze/foundation-database'
import type { Context, JobContext } from '@tereze/foundation-operations'
import { systemActor } from '@tereze/operation'
import type { CaseRow } from '../store/cases.ts'
import { beginRun, type CaseRun } from './case-run.ts'

/** A run that only reads, for building questions outside of transactions. */
export function readingRun(parts: JobContext, row: CaseRow, job: string): CaseRun {
  const context = {
    tx: readingTx(parts.database, row.tenant),
    actor: systemActor(job, row.tenant),
    now: parts.clock.now(),
    ids: parts.ids,
    correlation: row.id,
    causation: null,
    port: wanted => parts.ports.get(wanted),
  } as Pick<Context, 'tx' | 'actor' | 'now' | 'ids' | 'correlation' | 'causation' | 'port'> as Context
  return beginRun(context, row)
}
