import { sealedBlobStore } from '@tereze/foundation-files'
import { job } from '@tereze/foundation-operations'
import { deleteLeaving, listLoose, updateLeaving } from '../store/attachments.ts'

const batch = 50
/** How long a file waits for its form to be sent in, milliseconds. */
const term = 30 * 86_400_000

/** Erases files whose form was never sent in. What found its case meanwhile stays; a node that dies between leaves a row that is erased anew, never bytes of none. */
export const forgetAttachments = job({
  name: 'cases.forget-attachments',
  every: 3_600_000,
  patient: true,
  async run({ database, clock, ports, write }) {
    const over = await listLoose(database, new Date(clock.now().getTime() - term), batch)
    for (const { tenant, id, blob } of over) {
      if (!(await write(tenant, ({ tx }) => updateLeaving(tx, id)))) continue
      await ports.get(sealedBlobStore).remove(blob)
      await write(tenant, ({ tx }) => deleteLeaving(tx, id))
    }
    return over.length
  },
})
