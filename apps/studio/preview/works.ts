import { fileURLToPath } from 'node:url'
import { openPackage, readPackageFolder } from '@tereze/catalogue'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import {
  beginWork,
  type Colleague,
  changeTask,
  getWork,
  giveArtefact,
  type Hypothesis,
  listWorks,
  passGate,
  returnWork,
  setHypothesis,
  type WorkArtefact,
  type WorkCard,
  type WorkPassage,
} from '@tereze/studio/contract'
import { judgeHypothesis } from '../../../modules/studio/src/rules/judge-hypothesis.ts'
import { pipelineOf } from '../../../modules/studio/src/rules/pipeline-of.ts'
import { stageOf, wantingIn } from '../../../modules/studio/src/rules/work-state.ts'
import { No, type SampleHandler } from '../../../tools/web/no.ts'

interface Work {
  card: WorkCard
  tasks: OutputOf<typeof getWork>['tasks']
  artefacts: WorkArtefact[]
  hypotheses: Hypothesis[]
  history: WorkPassage[]
}

function handler<O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>): SampleHandler {
  return { definition, run }
}

/** Works of the sample, by id. */
export const sampleWork = 'work_0198a000-0000-7000-8000-000000000001'

/** Works in memory, on the standard pipeline: one at its beginning, one that is late, one that was published. */
export async function sampleWorks(now: Date, me: Colleague, colleague: Colleague): Promise<readonly SampleHandler[]> {
  const folder = fileURLToPath(new URL('../../../content/pipelines/standard', import.meta.url))
  const pipeline = pipelineOf(openPackage(await readPackageFolder(folder)))
  const tasks = pipeline.stages.flatMap(stage => stage.tasks)
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
  const sample = (
    work: string,
    stage: string,
    days: number,
    title: WorkCard['title'],
    more: Partial<WorkCard> = {},
  ) => {
    const card: WorkCard = {
      work,
      kind: 'service',
      package: 'one-time-birth-benefit',
      title,
      aim: 'No papers, a decision the same day',
      stage,
      state: 'open',
      begun: { by: me, at: ago(days) },
      endedAt: null,
      published: null,
      working: [],
      tasksLeft: 2,
      atGate: false,
      days,
      targetDays: pipeline.targetDays,
      ...more,
    }
    const own: Work = {
      card,
      tasks: tasks.map(({ id }) => ({ task: id, state: 'open', by: null, at: null, result: '' })),
      artefacts: [],
      hypotheses: [],
      history: [{ what: 'begun', from: null, to: 'analytics', by: me, at: ago(days), reason: '' }],
    }
    return [work, own] as const
  }
  const other = (n: number) => sampleWork.replace(/1$/, String(n))
  const works = new Map<string, Work>([
    sample(sampleWork, 'analytics', 2.4, { en: 'Birth benefit', ru: 'Пособие при рождении', kk: 'Туу жәрдемақысы' }),
    sample(
      other(2),
      'testing',
      19.1,
      { en: 'Garden plot', ru: 'Садовый участок', kk: 'Бақша телімі' },
      { working: [colleague] },
    ),
    sample(
      other(3),
      'retro',
      11.5,
      { en: 'Kindergarten queue', ru: 'Очередь в детский сад', kk: 'Балабақша кезегі' },
      { published: { version: '1.1.0', at: ago(1) } },
    ),
  ])
  const get = (id: string) => {
    const found = works.get(id)
    if (!found) throw new No('studio.work-not-found', 404, 'There is no such work')
    return found
  }
  const at = () => now.toISOString()
  const conditions = ({ card, hypotheses }: Work) =>
    stageOf(pipeline, card.stage).gate.conditions.map(condition => ({
      condition,
      met: condition === 'hypothesis-set' && hypotheses.length > 0,
      count: condition === 'package-sound' ? 3 : 0,
      draft: null,
    }))
  return [
    handler(listWorks, () => ({
      items: [...works.values()].map(({ card }) => card),
      stages: pipeline.stages.map(({ id, title }) => ({ stage: id, title })),
      months: [
        { month: '2026-01', works: 1, medianDays: 31, inTime: 0 },
        { month: '2026-02', works: 3, medianDays: 12.5, inTime: 2 },
      ],
      targetDays: pipeline.targetDays,
      mayBegin: true,
    })),
    handler(getWork, ({ work }) => {
      const own = get(work)
      return {
        ...own,
        pipeline,
        conditions: conditions(own),
        times: {
          days: 2.4,
          working: 1.2,
          waiting: 1.2,
          stages: [{ stage: 'analytics', days: 2.4, working: 1.2, waiting: 1.2 }],
        },
        level: { before: { visits: 1, papers: 3, humanSteps: 4 }, after: { visits: 0, papers: 0, humanSteps: 2 } },
        draft: null,
        may: { do: true, pass: false, isOwn: false, stop: true },
      }
    }),
    handler(beginWork, ({ package: id, aim, title }) => {
      const work = other(works.size + 1)
      works.set(...sample(work, 'analytics', 0, title ?? { en: id, ru: id, kk: id }, { package: id, aim }))
      return { work }
    }),
    handler(changeTask, ({ work, task, do: wish, result = '' }) => {
      if (wish === 'finish' && result.trim() === '')
        throw new No('studio.result-needed', 422, 'It is not said what came of the task')
      const own = get(work)
      const state = wish === 'take' ? ('taken' as const) : wish === 'finish' ? ('done' as const) : ('open' as const)
      const next = { task, state, by: state === 'open' ? null : me, at: state === 'open' ? null : at(), result }
      own.tasks = own.tasks.map(one => (one.task === task ? next : one))
      return next
    }),
    handler(giveArtefact, ({ work, artefact, link }) => {
      const own = get(work)
      own.artefacts = own.artefacts.filter(one => one.artefact !== artefact)
      if (link !== null) own.artefacts.push({ artefact, link, note: '', by: me, at: at() })
      return { artefact, given: link !== null }
    }),
    handler(setHypothesis, ({ work, metric, statement, before, target }) => {
      const own = get(work)
      const hypothesis = `hypothesis_0198a000-0000-7000-8000-${String(own.hypotheses.length + 1).padStart(12, '0')}`
      const verdict = judgeHypothesis(before, target, null)
      own.hypotheses.push({
        hypothesis,
        metric,
        statement,
        before,
        target,
        set: { by: me, at: at() },
        measured: null,
        verdict,
      })
      return { hypothesis }
    }),
    handler(passGate, ({ work, stage }) => {
      const own = get(work)
      const to = pipeline.stages[pipeline.stages.findIndex(({ id }) => id === stage) + 1]?.id ?? stage
      const wanting = wantingIn(stageOf(pipeline, to), [], [])
      own.card = { ...own.card, stage: to, tasksLeft: wanting.tasks.length }
      own.history.push({ what: 'passed', from: stage, to, by: colleague, at: at(), reason: '' })
      return { work, stage: to, state: 'open' as const }
    }),
    handler(returnWork, ({ work, to, reason, again = [] }) => {
      const own = get(work)
      own.tasks = own.tasks.map(one => (again.includes(one.task) ? { ...one, state: 'again' } : one))
      own.history.push({ what: 'returned', from: own.card.stage, to, by: me, at: at(), reason })
      own.card = { ...own.card, stage: to }
      return { work, stage: to }
    }),
  ]
}
