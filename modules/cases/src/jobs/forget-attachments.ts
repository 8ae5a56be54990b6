import { releaseFile } from '@tereze/exchange/contract'
import { sealedBlobStore } from '@tereze/foundation-files'
import { job } from '@tereze/foundation-operations'
import { holderOf } from '../engine/attach-answer.ts'
import { deleteLeaving, dueLoose, listLoose, updateLeaving } from '../store/attachments.ts'

const batch = 50
/** How long a file waits for its form to be sent in. */
const days = 30

/** Erases files whose form was never sent in. What found its case meanwhile stays; a node that dies between leaves a row that is erased anew, never bytes of none. */
export const forgetAttachments = job({
  name: 'cases.forget-attachments',
  every: 3_600_000,
  patient: true,
  due: dueLoose(days),
  async run({ database, clock, ports, write }) {
    const over = await listLoose(database, new Date(clock.now().getTime() - days * 86_400_000), batch)
    for (const { tenant, id, blob, exchangeFile } of over) {
      if (!(await write(tenant, ({ tx }) => updateLeaving(tx, id)))) continue
      if (blob !== null) await ports.get(sealedBlobStore).remove(blob)
      await write(tenant, async context => {
        if (exchangeFile !== null)
          await context.call(releaseFile, { organisation: tenant, file: exchangeFile, holder: holderOf(id) })
        await deleteLeaving(context.tx, id)
      })
    }
    return over.length
  },
})
