import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { changeTask, getWork, passGate, stopWork, workNotFound } from '../contract/index.ts'
import { whyNotDecide } from '../rules/decide-gate.ts'
import { timesOfWork } from '../rules/times-of-work.ts'
import { stageOf, taskAfter } from '../rules/work-state.ts'
import { findNewestDraft } from '../store/drafts.ts'
import { listHypotheses } from '../store/hypotheses.ts'
import { listPassages } from '../store/work-passages.ts'
import { findWork } from '../store/works.ts'
import { colleaguesOf } from '../views/colleagues.ts'
import { conditionStates } from '../views/condition-states.ts'
import { viewHypothesis } from '../views/hypothesis.ts'
import { levels } from '../views/levels.ts'
import { workCard } from '../views/work-card.ts'
import { workParts } from '../views/work-parts.ts'

/** One work. */
export const getWorkHandler = handle(getWork, {
  tenant: input => input.organisation,
  async run({ organisation, work }, context) {
    const { tx, now, actor, may } = context
    const row = await findWork(tx, organisation, work)
    if (row === null) return refuse(workNotFound, { pointer: '/work' })
    const { pipeline, spells, artefacts } = await workParts(context, organisation, row)
    const history = await listPassages(tx, organisation, work)
    const hypotheses = await listHypotheses(tx, organisation, work)
    const who = await colleaguesOf(context, organisation, [
      row.begunBy,
      ...spells.map(({ by }) => by),
      ...artefacts.map(({ givenBy }) => givenBy),
      ...history.map(({ by }) => by),
      ...hypotheses.flatMap(({ setBy, measuredBy }) => (measuredBy === null ? [setBy] : [setBy, measuredBy])),
    ])
    const isOpen = row.state === 'open'
    const tasks = pipeline.stages.flatMap(stage => stage.tasks.map(({ id }) => taskAfter(spells, id)))
    const official = { official: actor.id, roles: 'roles' in actor ? actor.roles : [] }
    const why = isOpen ? whyNotDecide(pipeline, row.stage, official, spells, artefacts) : null
    return {
      card: workCard(row, pipeline, spells, artefacts, who, now),
      pipeline,
      tasks: tasks.map(one => ({ ...one, by: one.by === null ? null : who(one.by) })),
      artefacts: artefacts.map(({ artefact, link, note, givenBy, givenAt }) => ({
        artefact,
        link,
        note,
        by: who(givenBy),
        at: givenAt,
      })),
      hypotheses: hypotheses.map(one => viewHypothesis(one, who)),
      conditions: isOpen
        ? await conditionStates(context, organisation, row, stageOf(pipeline, row.stage).gate.conditions)
        : [],
      times: timesOfWork(
        history,
        spells,
        pipeline.stages.map(({ id }) => id),
        row.endedAt === null ? now : new Date(row.endedAt),
        row.publishedAt === null ? null : new Date(row.publishedAt),
      ),
      level: await levels(context, organisation, row),
      history: history.map(({ work: _, by, ...step }) => ({ ...step, by: who(by) })),
      draft: (await findNewestDraft(tx, organisation, row.kind, row.package))?.id ?? null,
      may: {
        do: isOpen && (await may(changeTask)),
        pass: isOpen && why === null && (await may(passGate)),
        isOwn: why?.code === 'studio.gate-own',
        stop: isOpen && (await may(stopWork)),
      },
    }
  },
})
