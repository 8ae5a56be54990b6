import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound, ownCase } from '../contract/case.ts'
import { migrateCase } from '../contract/version.ts'
import { mayOperateOn } from '../engine/operate/may-operate.ts'
import { migrateRow } from '../engine/operate/migrate-row.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { lockCase } from '../store/cases.ts'

/** Takes a case over to another version. */
export const migrateCaseHandler = handle(migrateCase, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    if (!mayOperateOn(context.actor, row)) return refuse(ownCase)
    context.concerns([row.person])
    const operating = { official: context.actor.id, reason: input.reason, batch: null }
    const refused = await orStepRefused(() => migrateRow(context, row, input.to, input.mapping ?? {}, operating))
    if (refused !== null) return refused
    return { case: row.id, from: row.serviceVersion, to: input.to }
  },
})
