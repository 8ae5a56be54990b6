import { rows, sql, type Tx } from '@tereze/foundation-database'
import type { CaseRow } from './cases.ts'
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

type Waiting = CaseRow['waiting']

const all = <T>(writes: readonly CaseWrites[], pick: (one: CaseWrites) => Iterable<T>): T[] =>
  writes.flatMap(one => [...pick(one)])

function casesJson(writes: readonly CaseWrites[]): string {
  return JSON.stringify(
    writes.map(({ row, held }) => ({
      id: row.id,
      held,
      revision: row.revision,
      department: row.department,
      status: row.status,
      stage: row.stage,
      outcome: row.outcome,
      appeal: row.appeal,
      deadline: row.deadline,
      data: row.data,
      submitted_at: row.submittedAt,
      registered_at: row.registeredAt,
      decided_at: row.decidedAt,
      appealed_at: row.appealedAt,
      ended_at: row.endedAt,
    })),
  )
}

/**
 * Writes all that moving cases of one organisation has made, in one statement; gives what each of them waits for now. That is
 * counted from what is stored and what is written here: tasks of the applicant before the end of a suspension, then officials, facts,
 * messages and signals, and days. What a process on hold waits for does not count.
 * @throws CaseMovedMeanwhile when one of the cases has another revision than the one that was read.
 */
export async function flush(tx: Tx, writes: readonly CaseWrites[], now: Date): Promise<ReadonlyMap<string, Waiting>> {
  const { tenant } = tx
  const ended = all(writes, one => one.endedTasks.values())
  const dropped = all(writes, one => one.deletedWork)
  const unsubscribed = all(writes, one => one.deletedSubscriptions)
  const written = await rows(
    tx,
    sql<{ id: string; waiting: Waiting }>`with moved as (
        select * from jsonb_to_recordset(${casesJson(writes)}::jsonb) as m (id text, revision integer, department text, status text,
          stage text, outcome text, appeal text, deadline date, data jsonb, submitted_at timestamptz, registered_at timestamptz,
          decided_at timestamptz, appealed_at timestamptz, ended_at timestamptz, held text[])
      ), ${instanceWriting(
        tenant,
        all(writes, one => one.instances.values()),
      )}, ${taskInsertion(
        tenant,
        all(writes, one => one.tasks.values()),
      )}, ${taskEnding(tenant, ended)}, ${workWriting(
        tenant,
        all(writes, one => one.work.values()),
      )}, ${workDeletion(tenant, dropped, now)}, ${subscriptionWriting(
        tenant,
        all(writes, one => one.subscriptions.values()),
      )}, ${subscriptionDeletion(tenant, unsubscribed)}, ${messageInsertion(
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
      )},
      tasks_left as (
        select t.case_id, t.person from moved m join cases.tasks t on t.tenant = ${tenant} and t.case_id = m.id
          where t.ended_at is null and t.id <> all(${ended.map(({ id }) => id)}::text[])
        union all select case_id, person from new_tasks where ended_at is null
      ), work_left as (
        select w.case_id, w.kind from moved m join cases.work w on w.tenant = ${tenant} and w.case_id = m.id
          where w.id <> all(${dropped}::text[]) and (w.instance is null or w.instance <> all(m.held))
        union all select w.case_id, w.kind from new_work w join moved m on m.id = w.case_id
          where w.instance is null or w.instance <> all(m.held)
      ), subscriptions_left as (
        select s.case_id from moved m join cases.subscriptions s on s.tenant = ${tenant} and s.case_id = m.id
          where s.id <> all(${unsubscribed}::text[]) and s.instance <> all(m.held)
        union all select s.case_id from new_subscriptions s join moved m on m.id = s.case_id where s.instance <> all(m.held)
      ), waits as (
        select m.id, case
          when m.status = 'closed' then null
          when exists (select from tasks_left t where t.case_id = m.id and t.person is not null) then 'applicant'
          when m.data #>> '{suspension,open}' = 'true' then case m.data #>> '{suspension,until}'
            when 'answer' then 'applicant' when 'agency' then 'agency' else 'date' end
          when exists (select from tasks_left t where t.case_id = m.id) then null
          when exists (select from work_left w where w.case_id = m.id and w.kind = 'facts') then 'agency'
          when exists (select from subscriptions_left s where s.case_id = m.id) then 'agency'
          when exists (select from work_left w where w.case_id = m.id and w.kind = 'timer') then 'date'
          end as waiting
        from moved m
      )
      update cases.cases c set department = m.department, status = m.status, stage = m.stage, waiting = w.waiting,
        outcome = m.outcome, appeal = m.appeal, deadline = m.deadline, data = m.data, revision = m.revision + 1,
        submitted_at = m.submitted_at, registered_at = m.registered_at, decided_at = m.decided_at,
        appealed_at = m.appealed_at, ended_at = m.ended_at
      from moved m join waits w using (id)
      where c.tenant = ${tenant} and c.id = m.id and c.revision = m.revision
      returning c.id, c.waiting`,
  )
  if (written.length !== writes.length)
    throw new CaseMovedMeanwhile(`${writes.length - written.length} of ${writes.length} cases had another revision`)
  return new Map(written.map(({ id, waiting }) => [id, waiting]))
}
