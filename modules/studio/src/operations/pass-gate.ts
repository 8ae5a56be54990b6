import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { passGate, stageMoved, workMoved } from '../contract/index.ts'
import { decidePassage, whyNotDecide } from '../rules/decide-gate.ts'
import { stageOf } from '../rules/work-state.ts'
import { insertPassage } from '../store/work-passages.ts'
import { endSpells } from '../store/work-spells.ts'
import { updateWork } from '../store/works.ts'
import { conditionStates } from '../views/condition-states.ts'
import { heldWork, workParts } from '../views/work-parts.ts'

/** Lets a work through a gate. */
export const passGateHandler = handle(passGate, {
  tenant: input => input.organisation,
  async run({ organisation, work, stage, remarks = '' }, context) {
    const { tx, actor, now } = context
    const row = await heldWork(context, work)
    if (isRefused(row)) return row
    if (row.stage !== stage) return refuse(stageMoved, { pointer: '/stage', params: { stage: row.stage } })
    const { pipeline, spells, artefacts } = await workParts(context, organisation, row)
    const roles = 'roles' in actor ? actor.roles : []
    const why = whyNotDecide(pipeline, stage, { official: actor.id, roles }, spells, artefacts)
    if (why !== null) return why
    const states = await conditionStates(context, organisation, row, stageOf(pipeline, stage).gate.conditions)
    const passage = decidePassage(pipeline, stage, spells, artefacts, states)
    if (isRefused(passage)) return passage
    const { to } = passage
    const state = to === null ? ('finished' as const) : ('open' as const)
    await endSpells(tx, work, now)
    await updateWork(tx, work, { stage: to ?? stage, state, now })
    const what = to === null ? ('finished' as const) : ('passed' as const)
    await insertPassage(tx, { work, what, from: stage, to, by: actor.id, now, reason: remarks.trim() })
    await context.emit(workMoved, { subject: work, data: { work, stage: to ?? stage, state } })
    return { work, stage: to ?? stage, state }
  },
})
