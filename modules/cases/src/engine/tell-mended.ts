import type { JsonObject } from '@tereze/bpmn'
import type { Context } from '@tereze/foundation-operations'
import { findCaseByKey } from '../store/cases.ts'
import { insertMessage } from '../store/messages.ts'
import { violationKey } from './open-violation.ts'
import { messageLife } from './send-message.ts'

/** The message by which the case of a violation hears that it is mended. */
const recordMended = 'record-mended'

/** Tells the case of a violation that it is mended, so that it closes by itself; nothing where it has ended. */
export async function tellMended(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  event: string,
  violation: string,
  content: JsonObject,
): Promise<void> {
  const row = await findCaseByKey(tx, tx.tenant, violationKey(violation))
  if (row === null || row.endedAt !== null) return
  await insertMessage(tx, {
    id: `${event}/${recordMended}`,
    kind: 'message',
    name: recordMended,
    key: violation,
    content,
    organisation: tx.tenant,
    instance: null,
    sentAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + messageLife).toISOString(),
  })
}
