import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { caseNotFound, statusUnfit } from '../contract/case.ts'
import { noDocument, requestDuplicate } from '../contract/duplicate.ts'
import { beginRun, endRun, note } from '../engine/case-run.ts'
import { isOwn } from '../engine/own-case.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { issueDuplicate } from '../engine/steps/issue-documents.ts'
import { tell } from '../engine/steps/notify.ts'
import { writeAct } from '../engine/write-act.ts'
import { documentsInForce } from '../rules/documents-in-force.ts'
import { mayAskDuplicate } from '../rules/may-now.ts'
import { lockCase } from '../store/cases.ts'
import { listInstances } from '../store/instances.ts'

/** Issues a duplicate of a document of an own finished case. */
export const requestDuplicateHandler = handle(requestDuplicate, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await lockCase(context.tx, input.case)
    if (row === null || !isOwn(context, row)) return refuse(caseNotFound, { pointer: '/case' })
    context.concerns([row.person])
    const inForce = documentsInForce(row)
    if (!mayAskDuplicate(row))
      return inForce.length === 0 ? refuse(noDocument) : refuse(statusUnfit, { params: { status: row.status } })
    const document = input.document ?? (inForce.length === 1 ? inForce[0] : undefined)
    if (document === undefined || !inForce.includes(document)) return refuse(noDocument, { pointer: '/document' })
    const run = beginRun(context, row)
    const done = await orStepRefused(async () => {
      await issueDuplicate(run, document)
      const act = await writeAct(run, 'duplicate')
      await note(run, 'timeline.duplicate', 'us')
      const [service] = await listInstances(context.tx, row.tenant, row.id)
      if (service !== undefined) await tell(run, service, 'duplicate', `${row.id}/${act}`)
      return { case: row.id, act }
    })
    if (isRefused(done)) return done
    await endRun(run)
    return done
  },
})
