import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { demoBox, demoClosed, listDemoMail } from '../contract/index.ts'
import { listDemoItems } from '../store/demo-box.ts'

/** Lists the demo's mail; where this is no demo there is none. */
export const listDemoMailHandler = handle(listDemoMail, {
  tenant: () => 'platform',
  async run(input, context) {
    if (!context.port(demoBox).open) return refuse(demoClosed)
    const items = await listDemoItems(context.tx, { address: input.address ?? null, limit: input.limit ?? 100 })
    return { items }
  },
})
