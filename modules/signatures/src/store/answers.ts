import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** An answer as it is kept. */
export interface AnswerRow {
  readonly question: string
  readonly answer: Uint8Array
  readonly until: string | null
  readonly fetchedAt: string
}

/** Adds an answer in the tenant of the transaction. */
export async function insertAnswer(
  tx: Tx,
  added: { id: string; question: string; address: string; answer: Uint8Array; until: string | null; now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into signatures.answers (tenant, id, question, address, answer, until, fetched_at)
        values (${tx.tenant}, ${added.id}, ${added.question}, ${added.address}, ${added.answer}::bytea, ${added.until}, ${added.now})`,
  )
}

/** The newest answer to each question. */
export function listNewestAnswers(reader: Reader, tenant: string, questions: readonly string[]): Promise<AnswerRow[]> {
  return rows<AnswerRow>(
    reader,
    sql`select distinct on (question) question, answer, until, fetched_at as "fetchedAt" from signatures.answers
        where tenant = ${tenant} and question = any(${questions}::text[]) order by question, fetched_at desc`,
  )
}
