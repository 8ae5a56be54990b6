import { undoable } from '@tereze/foundation-database'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { caseNotFound, ownCase } from '../contract/case.ts'
import { type ChangeEffect, modifyInstance } from '../contract/instance.ts'
import { beginRun, type CaseRun, endRun, type HeardEffect } from '../engine/case-run.ts'
import { possibleChange } from '../engine/operate/change-instance.ts'
import { closesCase } from '../engine/operate/closes-case.ts'
import { mayOperateOn } from '../engine/operate/may-operate.ts'
import { modify } from '../engine/operate/modify.ts'
import { orStepRefused } from '../engine/step-refused.ts'
import { lockCase } from '../store/cases.ts'
import { viewEffects } from '../views/view-effects.ts'
import { ownText } from '../views/words.ts'

/** What a change of the whole process means besides what its tokens do. */
const wholes: Readonly<Record<string, string>> = { suspend: 'held', resume: 'released' }

function whole(kind: string): ChangeEffect {
  return { kind, node: null, text: ownText(`effect.${kind}`) }
}

/** Changes a process that runs. What would come of it is found by doing it, all of it, and undoing it again. */
export const modifyInstanceHandler = handle(modifyInstance, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { change } = input
    const row = await lockCase(context.tx, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    if (!mayOperateOn(context.actor, row)) return refuse(ownCase)
    const heard: HeardEffect[] = []
    const run: CaseRun = { ...beginRun(context, row), heard }
    const possible = await possibleChange(run, input.instance, change)
    if (isRefused(possible)) return possible
    context.concerns([row.person])
    const operating = { official: context.actor.id, reason: input.reason, batch: null }
    const carryOut = () => orStepRefused(() => modify(run, possible, change, operating))
    const preview = input.preview === true
    const closes = change.kind === 'cancel' && closesCase(run, possible.instance)
    const refused = preview ? await undoable(context.tx, carryOut, () => false) : await carryOut()
    if (isRefused(refused)) return refused
    const effects = viewEffects(run.packages, run.service, heard)
    const kind = wholes[change.kind]
    if (kind !== undefined) effects.unshift(whole(kind))
    if (closes) effects.push(whole('case-ends'))
    if (effects.length === 0) effects.push(whole('none'))
    if (!preview) await endRun(run)
    return { case: row.id, preview, effects }
  },
})
