import type { JobContext } from '@tereze/foundation-operations'
import { backoff } from '../rules/backoff.ts'
import { failWork, type WorkRow } from '../store/work.ts'

/** Work of a case has thrown: it is tried again later, and after too many failures an operator has to look. The rest goes on. */
export async function reportFailure(parts: JobContext, work: WorkRow, error: unknown): Promise<void> {
  parts.report(error)
  const now = parts.clock.now()
  const dueAt = new Date(now.getTime() + backoff(work.id, work.failures + 1))
  const name = error instanceof Error ? error.name : 'unknown'
  await parts.write(work.tenant, ({ tx }) => failWork(tx, work.id, { now, dueAt, error: name }))
}
