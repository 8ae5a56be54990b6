import { packages } from '@tereze/catalogue/contract'
import { subscriber } from '@tereze/foundation-operations'
import { ruleKept } from '@tereze/registers/contract'
import { violationService } from '../definition/violation-service.ts'
import { messageLife } from '../engine/send-message.ts'
import { findCaseByKey } from '../store/cases.ts'
import { insertMessage } from '../store/messages.ts'
import { violationKey } from './on-rule-broken.ts'

/** The message by which the case of a violation hears that the record is mended. */
const recordMended = 'record-mended'

/** A violation is mended: its case is told and closes by itself. */
export const onRuleKept = subscriber({
  name: 'cases.on-rule-kept',
  on: [ruleKept],
  tenant: ({ tenant, data }, ports) =>
    violationService(ports.get(packages), data.register, tenant) === null ? null : tenant,
  async react({ id, data }, { tx, now }) {
    const { register, record, rule, violation } = data
    const row = await findCaseByKey(tx, tx.tenant, violationKey(violation))
    if (row === null || row.endedAt !== null) return
    await insertMessage(tx, {
      id: `${id}/${recordMended}`,
      kind: 'message',
      name: recordMended,
      key: violation,
      content: { register, record, rule },
      organisation: tx.tenant,
      instance: null,
      sentAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + messageLife).toISOString(),
    })
  },
})
