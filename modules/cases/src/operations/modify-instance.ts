import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { caseNotFound, ownCase, statusUnfit } from '../contract/case.ts'
import { type ChangeEffect, instanceNotFound, modificationImpossible, modifyInstance } from '../contract/instance.ts'
import { beginRun, endRun } from '../engine/case-run.ts'
import { mayOperateOn } from '../engine/operate/may-operate.ts'
import { closesCase, modify } from '../engine/operate/modify.ts'
import { previewChange } from '../engine/operate/preview-change.ts'
import { processOfInstance } from '../engine/operate/process-of-instance.ts'
import { reachedBy } from '../engine/operate/reached.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { decideModification } from '../rules/decide-modification.ts'
import { lockCase } from '../store/cases.ts'
import { findInstance } from '../store/instances.ts'
import { viewEffects } from '../views/view-effects.ts'
import { ownText } from '../views/words.ts'

/** What a change of the whole process means besides what its tokens do. */
const wholes: Readonly<Record<string, string>> = { suspend: 'held', resume: 'released' }

function whole(kind: string): ChangeEffect {
  return { kind, node: null, text: ownText(`effect.${kind}`) }
}

/** Changes a process that runs. */
export const modifyInstanceHandler = handle(modifyInstance, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { change } = input
    const row = await lockCase(context.tx, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    const instance = await findInstance(context.tx, row.tenant, input.instance)
    if (instance === null || instance.caseId !== row.id || instance.endedAt !== null)
      return refuse(instanceNotFound, { pointer: '/instance' })
    if (!mayOperateOn(context.actor, row)) return refuse(ownCase)
    const run = beginRun(context, row)
    // An appeal has to be decided, and what was decided has to be delivered: neither ends by hand.
    if (change.kind === 'cancel' && instance.kind !== 'correction' && !closesCase(run, instance))
      return refuse(statusUnfit, { params: { status: row.status } })
    const process = await processOfInstance(run.packages, instance)
    const decided = decideModification(process, instance.state, await reachedBy(run, instance), change)
    if (typeof decided === 'string')
      return refuse(modificationImpossible, { pointer: '/change', params: { reason: decided } })
    const effects = previewChange(run, instance, process, decided)
    if (effects === null) return refuse(modificationImpossible, { pointer: '/change', params: { reason: 'engine' } })
    context.concerns([row.person])
    const shown = viewEffects(run.packages, run.service, process, effects)
    const kind = wholes[change.kind]
    if (kind !== undefined) shown.unshift(whole(kind))
    if (change.kind === 'cancel' && closesCase(run, instance)) shown.push(whole('case-ends'))
    if (shown.length === 0) shown.push(whole('none'))
    if (input.preview === true) return { case: row.id, preview: true, effects: shown }
    const operating = { official: context.actor.id, reason: input.reason, batch: null }
    const refused = await orStepRefused(() => modify(run, instance, process, change, decided, operating))
    if (isRefused(refused)) return refused
    await endRun(run)
    return { case: row.id, preview: false, effects: shown }
  },
})
