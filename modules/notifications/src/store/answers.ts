import { findRow, type Reader, run, sql, type Tx } from '@tereze/foundation-database'
import type { Answered } from '../rules/match-answer.ts'

/** An answer for the organisation that asked. */
export interface AnswerRow {
  readonly person: string
  readonly text: string
  readonly value: string
  readonly field: string | null
  readonly receivedAt: string
}

/** Keeps an answer unless the gateway's SMS is known. @returns whether it is new. */
export async function insertAnswer(
  tx: Tx,
  answer: Answered & { id: string; gatewayId: string; text: string; now: Date },
): Promise<boolean> {
  const { ask } = answer
  const added = await run(
    tx,
    sql`insert into notifications.answers
          (tenant, id, gateway_id, organisation, person, message, case_id, task, field, text, value, received_at)
        values (${tx.tenant}, ${answer.id}, ${answer.gatewayId}, ${ask.organisation}, ${ask.person}, ${ask.message},
                ${ask.case}, ${ask.task}, ${ask.field}, ${answer.text}, ${answer.value}, ${answer.now})
        on conflict (tenant, gateway_id) do nothing`,
  )
  return added > 0
}

/** An answer that an organisation asked for. */
export function findAnswer(reader: Reader, organisation: string, id: string): Promise<AnswerRow | null> {
  return findRow(
    reader,
    sql<AnswerRow>`select person, text, value, field, received_at as "receivedAt" from notifications.answers
        where organisation = ${organisation} and id = ${id}`,
  )
}
