import { type Refused, refuse } from '@tereze/operation'
import { type ConditionState, gateClosed, gateNotYours, gateOwn, type Pipeline } from '../contract/index.ts'
import { doersIn, type GivenArtefact, type Spell, stageOf, wantingIn } from './work-state.ts'

/** Who wants to decide. */
export interface Decider {
  readonly official: string
  readonly roles: readonly string[]
}

/** Why somebody does not decide at the gate of a stage; null where they may. */
export function whyNotDecide(
  pipeline: Pipeline,
  stage: string,
  { official, roles }: Decider,
  spells: readonly Spell[],
  artefacts: readonly GivenArtefact[],
): Refused<'studio.gate-own' | 'studio.gate-not-yours'> | null {
  const { gate } = stageOf(pipeline, stage)
  if (!gate.by.some(role => roles.includes(role)))
    return refuse(gateNotYours, { pointer: '/work', params: { roles: gate.by.join(', ') } })
  const isOwn = gate.fourEyes && doersIn(stage, spells, artefacts).includes(official)
  return isOwn ? refuse(gateOwn, { pointer: '/work' }) : null
}

/** Where a work goes from a stage: the next one, or null where it was the last. Refused while something is wanting. */
export function decidePassage(
  pipeline: Pipeline,
  stage: string,
  spells: readonly Spell[],
  artefacts: readonly GivenArtefact[],
  conditions: readonly Pick<ConditionState, 'condition' | 'met'>[],
): { readonly to: string | null } | Refused<'studio.gate-closed'> {
  const own = stageOf(pipeline, stage)
  const wanting = wantingIn(own, spells, artefacts)
  const closed = (what: string, count: number) => refuse(gateClosed, { pointer: '/work', params: { what, count } })
  if (wanting.tasks.length > 0) return closed('tasks', wanting.tasks.length)
  if (wanting.artefacts.length > 0) return closed('artefacts', wanting.artefacts.length)
  const unmet = own.gate.conditions.filter(id => !conditions.some(one => one.condition === id && one.met))
  if (unmet[0] !== undefined) return closed(unmet[0], unmet.length)
  return { to: pipeline.stages[pipeline.stages.indexOf(own) + 1]?.id ?? null }
}
