import { getRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** A record about which another organisation is asked for a rule of quality. */
export interface RecordQuestion {
  readonly register: string
  readonly record: string
  readonly rule: string
}

/** A question that is due, with how often it was asked in vain. */
export type DueQuestion = RecordQuestion & { readonly attempts: number }

/** Queues questions. Those that are queued keep their time; `anew`: they are asked at once, for the record has changed. */
export function insertQuestions(tx: Tx, questions: readonly RecordQuestion[], now: Date, anew: boolean): void {
  if (questions.length === 0) return
  post(
    tx,
    sql`insert into registers.questions (tenant, register, record, rule, due_at)
      select ${tx.tenant}, q.register, q.record, q.rule, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(questions)}::jsonb) as q (register text, record text, rule text)
      on conflict (tenant, register, record, rule) do update set
        due_at = case when ${anew} then excluded.due_at else questions.due_at end,
        attempts = case when ${anew} then 0 else questions.attempts end`,
  )
}

/** Takes questions away that are asked no more. */
export function deleteQuestions(tx: Tx, questions: readonly RecordQuestion[]): void {
  if (questions.length === 0) return
  post(
    tx,
    sql`delete from registers.questions q using jsonb_to_recordset(${JSON.stringify(questions)}::jsonb)
        as gone (register text, record text, rule text)
      where q.tenant = ${tx.tenant} and q.register = gone.register and q.record = gone.record and q.rule = gone.rule`,
  )
}

/** Rules of registers that have questions due, of all organisations. */
export async function listDueRules(
  reader: Reader,
  now: Date,
): Promise<{ tenant: string; register: string; rule: string }[]> {
  return rows(
    reader,
    sql<{
      tenant: string
      register: string
      rule: string
    }>`select distinct tenant, register, rule from registers.questions
      where due_at <= ${now}`,
  )
}

/** Asks that a rule may make in a minute are counted over this time, milliseconds. */
const minute = 60_000

/**
 * Takes the questions of a rule that are due longest until a moment: as many as the rule may ask in a minute, whichever nodes ask.
 */
export async function claimQuestions(
  tx: Tx,
  of: { register: string; rule: string },
  { now, until, perMinute }: { now: Date; until: Date; perMinute: number },
): Promise<DueQuestion[]> {
  await run(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(${`registers.questions ${tx.tenant} ${of.register} ${of.rule}`}, 0))`,
  )
  const { asked } = await getRow(
    tx,
    sql<{ asked: number }>`select count(*)::integer as asked from registers.questions
      where tenant = ${tx.tenant} and register = ${of.register} and rule = ${of.rule}
        and asked_at > ${new Date(now.getTime() - minute)}`,
  )
  if (asked >= perMinute) return []
  return rows(
    tx,
    sql<DueQuestion>`update registers.questions set due_at = ${until}, asked_at = ${now}, attempts = attempts + 1
      where (tenant, register, record, rule) in (
        select tenant, register, record, rule from registers.questions
        where tenant = ${tx.tenant} and register = ${of.register} and rule = ${of.rule} and due_at <= ${now}
        order by due_at, record limit ${perMinute - asked})
      returning register, record, rule, attempts`,
  )
}

/** Says when a question is asked again; `code`: why there was no answer, null where there was. */
export function settleQuestion(
  tx: Tx,
  { register, record, rule }: RecordQuestion,
  to: { dueAt: Date; code: string | null },
): void {
  post(
    tx,
    sql`update registers.questions set due_at = ${to.dueAt}, code = ${to.code},
        attempts = case when ${to.code}::text is null then 0 else attempts end
      where tenant = ${tx.tenant} and register = ${register} and record = ${record} and rule = ${rule}`,
  )
}

/** About how many records of each rule of a register there was no answer when they were asked about last. */
export async function countUnanswered(reader: Reader, tenant: string, register: string): Promise<Map<string, number>> {
  const counted = await rows(
    reader,
    sql<{ rule: string; count: number }>`select rule, count(*)::integer as count from registers.questions
      where tenant = ${tenant} and register = ${register} and code is not null group by rule`,
  )
  return new Map(counted.map(({ rule, count }) => [rule, count]))
}

/** When others are asked about records. */
export const dueQuestions = sql<Due>`select min(due_at) as at from registers.questions`
