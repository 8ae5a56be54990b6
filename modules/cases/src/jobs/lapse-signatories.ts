import { job } from '@tereze/foundation-operations'
import { beginRun, endRun } from '../engine/case-run.ts'
import { letLapse } from '../engine/signing.ts'
import { lockCase } from '../store/cases.ts'
import { dueSignatories, findSignatory, listLapsed } from '../store/signatories.ts'

const batch = 50

/** Ends the requests to sign whose term is over, and tells their applicants. */
export const lapseSignatories = job({
  name: 'cases.lapse-signatories',
  every: 1000,
  due: dueSignatories,
  async run(parts) {
    const due = await listLapsed(parts.database, parts.clock.now(), batch)
    for (const { tenant, id, caseId } of due)
      await parts.write(tenant, async context => {
        const row = await lockCase(context.tx, caseId)
        const asked = await findSignatory(context.tx, tenant, caseId, id)
        if (row === null || asked === null || asked.state !== 'asked') return
        const run = beginRun(context, row)
        await letLapse(run, asked)
        await endRun(run)
      })
    return due.length
  },
})
