import { run, sql, type Tx } from '@tereze/foundation-database'
import { deadlineWriting } from './deadlines.ts'
import { instanceWriting } from './instances.ts'
import { messageInsertion, subscriptionDeletion, subscriptionWriting } from './messages.ts'
import { actInsertion, decisionInsertion, historyInsertion, incidentWriting, timelineInsertion } from './records.ts'
import { taskEnding, taskInsertion } from './tasks.ts'
import { watchWriting } from './watches.ts'
import { workDeletion, workWriting } from './work.ts'
import type { CaseWrites } from './writes.ts'

/** A case was not as it was read: somebody moved it without the lock. Nothing of the transaction may stay. */
export class CaseMovedMeanwhile extends Error {
  override readonly name = 'CaseMovedMeanwhile'
}

const all = <T>(writes: readonly CaseWrites[], pick: (one: CaseWrites) => Iterable<T>): T[] =>
  writes.flatMap(one => [...pick(one)])

function casesJson(writes: readonly CaseWrites[]): string {
  return JSON.stringify(
    writes.map(({ row, last }) => ({
      id: row.id,
      revision: row.revision,
      department: row.department,
      status: row.status,
      stage: row.stage,
      waiting: row.waiting,
      outcome: row.outcome,
      appeal: row.appeal,
      deadline: row.deadline,
      data: row.data,
      submitted_at: row.submittedAt,
      registered_at: row.registeredAt,
      decided_at: row.decidedAt,
      appealed_at: row.appealedAt,
      ended_at: row.endedAt,
      last_act: last.acts,
      last_decision: last.decisions,
      last_line: last.timeline,
      last_history: last.history,
    })),
  )
}

/**
 * Writes all that moving cases of one organisation has made, in one statement.
 * @throws CaseMovedMeanwhile when one of the cases has another revision than the one that was read.
 */
export async function flush(tx: Tx, writes: readonly CaseWrites[], now: Date): Promise<void> {
  const { tenant } = tx
  const written = await run(
    tx,
    sql`with moved as (
        select * from jsonb_to_recordset(${casesJson(writes)}::jsonb) as m (id text, revision integer, department text, status text,
          stage text, waiting text, outcome text, appeal text, deadline date, data jsonb, submitted_at timestamptz, registered_at timestamptz,
          decided_at timestamptz, appealed_at timestamptz, ended_at timestamptz,
          last_act integer, last_decision integer, last_line integer, last_history integer)
      ), ${instanceWriting(
        tenant,
        all(writes, one => one.instances.values()),
      )}, ${taskInsertion(
        tenant,
        all(writes, one => one.tasks.values()),
      )}, ${taskEnding(
        tenant,
        all(writes, one => one.endedTasks.values()),
      )}, ${workWriting(
        tenant,
        all(writes, one => one.work.values()),
      )}, ${workDeletion(
        tenant,
        all(writes, one => one.deletedWork),
        now,
      )}, ${subscriptionWriting(
        tenant,
        all(writes, one => one.subscriptions.values()),
      )}, ${subscriptionDeletion(
        tenant,
        all(writes, one => one.deletedSubscriptions),
      )}, ${messageInsertion(
        tenant,
        all(writes, one => one.messages.values()),
      )}, ${actInsertion(
        tenant,
        all(writes, one => one.acts),
      )}, ${decisionInsertion(
        tenant,
        all(writes, one => one.decisions),
      )}, ${timelineInsertion(
        tenant,
        all(writes, one => one.timeline),
      )}, ${historyInsertion(
        tenant,
        all(writes, one => one.history),
      )}, ${incidentWriting(
        tenant,
        all(writes, one => one.incidents.values()),
        all(writes, one => one.resolved.values()),
      )}, ${deadlineWriting(
        tenant,
        all(writes, one => one.deadlines),
      )}, ${watchWriting(
        tenant,
        all(writes, one => one.watches.values()),
      )}
      update cases.cases c set department = m.department, status = m.status, stage = m.stage, waiting = m.waiting,
        outcome = m.outcome, appeal = m.appeal, deadline = m.deadline, data = m.data, revision = m.revision + 1,
        submitted_at = m.submitted_at, registered_at = m.registered_at, decided_at = m.decided_at,
        appealed_at = m.appealed_at, ended_at = m.ended_at, last_act = m.last_act, last_decision = m.last_decision,
        last_line = m.last_line, last_history = m.last_history
      from moved m
      where c.tenant = ${tenant} and c.id = any(${writes.map(({ row }) => row.id)}::text[]) and c.id = m.id and c.revision = m.revision`,
  )
  if (written !== writes.length)
    throw new CaseMovedMeanwhile(`${writes.length - written} of ${writes.length} cases had another revision`)
}
