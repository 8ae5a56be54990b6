import { packages } from '@tereze/catalogue/contract'
import { replay } from '@tereze/dmn'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound } from '../contract/case.ts'
import { replayDecision } from '../contract/task.ts'
import { findModel } from '../definition/decisions.ts'
import { modelHash as hashOfModel } from '../definition/model-hash.ts'
import { findCase } from '../store/cases.ts'
import { listDecisions } from '../store/records.ts'
import { openTrace } from '../views/view-reasons.ts'

/** Recomputes the decisions of a case from their stored inputs and compares byte for byte. */
export const replayDecisionHandler = handle(replayDecision, {
  tenant: input => input.organisation,
  async run(input, context) {
    const row = await findCase(context.tx, input.organisation, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    context.concerns([row.person])
    const decisions = []
    for (const stored of await listDecisions(context.tx, row.tenant, row.id)) {
      const trace = await openTrace(context, row, stored)
      const pack = context.port(packages).get(stored.packageKind, stored.package, stored.packageVersion)
      const model = findModel(pack, stored.file)
      const { decision, file, effectiveAt: at, rulesOn, modelHash } = stored
      const hash = hashOfModel(pack, file)
      const told = { decision, file, at, rulesOn, modelHash }
      if (trace === null || model === null) {
        decisions.push({ ...told, same: false, trace: null })
        continue
      }
      decisions.push({ ...told, same: hash === modelHash && replay(model, trace).same, trace })
    }
    return { decisions }
  },
})
