import { handle } from '@tereze/foundation-operations'
import { isRefused, type JsonObject, refuse } from '@tereze/operation'
import { caseNotFound, ownCase, statusUnfit } from '../contract/case.ts'
import { changeData, dataInvalid, pointerUnknown } from '../contract/incident.ts'
import { beginRun, endRun } from '../engine/case-run.ts'
import { changeValue } from '../engine/operate/change-value.ts'
import { mayOperateOn } from '../engine/operate/may-operate.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { checkChange } from '../rules/check-change.ts'
import { readAt } from '../rules/pointer.ts'
import { lockCase } from '../store/cases.ts'

/** Puts a value of a case's data right. */
export const changeDataHandler = handle(changeData, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    if (!mayOperateOn(context.actor, row)) return refuse(ownCase)
    if (row.status === 'delivered' || row.status === 'closed')
      return refuse(statusUnfit, { params: { status: row.status } })
    const run = beginRun(context, row)
    const { pointer } = input
    const checked = checkChange(run.service.schema as JsonObject, row.data, pointer, input.value)
    if (!checked.ok && checked.reason === 'unknown') return refuse(pointerUnknown, { pointer: '/pointer' })
    if (!checked.ok) return refuse(dataInvalid, { pointer: '/value', also: checked.problems })
    context.concerns([row.person], [pointer])
    const shown = {
      case: row.id,
      before: readAt(row.data, pointer) ?? null,
      after: readAt(checked.data, pointer) ?? null,
    }
    if (input.preview === true) return { ...shown, preview: true }
    const operating = { official: context.actor.id, reason: input.reason, batch: null }
    const refused = await orStepRefused(() => changeValue(run, checked.data, pointer, operating))
    if (isRefused(refused)) return refused
    await endRun(run)
    return { ...shown, preview: false }
  },
})
