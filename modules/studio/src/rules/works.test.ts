import { createMessages } from '@tereze/messages'
import { describe, expect, it } from 'vitest'
import type { Pipeline } from '../contract/index.ts'
import { decidePassage, whyNotDecide } from './decide-gate.ts'
import { decideReturn } from './decide-return.ts'
import { decideTask } from './decide-task.ts'
import { judgeHypothesis } from './judge-hypothesis.ts'
import { levelOf, processNamed } from './level-of.ts'
import { monthsToPublication } from './months-to-publication.ts'
import { findPipelineProblems } from './pipeline-of.ts'
import { timesOfWork } from './times-of-work.ts'
import { type GivenArtefact, type Spell, taskAfter } from './work-state.ts'

const text = (word: string) => ({ en: word, ru: word, kk: word })
const pipeline: Pipeline = {
  id: 'two',
  version: '1.0.0',
  title: text('Two'),
  targetDays: 14,
  stages: (['draw', 'build'] as const).map(id => ({
    id,
    title: text(id),
    environment: 'none',
    tasks: [
      { id: `${id}-it`, title: text(id), optional: false },
      { id: `${id}-more`, title: text(id), optional: true },
    ],
    artefacts: [{ id: `${id}-paper`, title: text(id), optional: false }],
    gate: { conditions: ['draft-begun'], by: ['reviewer'], fourEyes: id === 'draw' },
  })),
}
const spell = (task: string, number: number, outcome: Spell['outcome'], by = 'sara'): Spell => ({
  task,
  stage: task.split('-')[0] ?? '',
  number,
  by,
  takenAt: '2026-03-01T00:00:00Z',
  endedAt: outcome === null ? null : '2026-03-02T00:00:00Z',
  outcome,
  result: outcome === 'done' ? 'Drawn' : '',
})
const paper = (artefact: string, givenBy = 'sara'): GivenArtefact => ({
  artefact,
  stage: artefact.split('-')[0] ?? '',
  link: 'https://files.example/a',
  note: '',
  givenBy,
  givenAt: '2026-03-02T00:00:00Z',
})

describe('tasks of a work', () => {
  it('stand as their newest spell says; letting go leaves them as they were', () => {
    expect(taskAfter([], 'draw-it')).toMatchObject({ state: 'open', by: null })
    expect(taskAfter([spell('draw-it', 1, null)], 'draw-it')).toMatchObject({ state: 'taken', by: 'sara' })
    expect(taskAfter([spell('draw-it', 1, 'let-go')], 'draw-it').state).toBe('open')
    const again = [spell('draw-it', 1, 'again'), spell('draw-it', 2, 'let-go')]
    expect(taskAfter(again, 'draw-it').state).toBe('again')
  })

  it('are taken by one, let go by that one, finished with a result', () => {
    const taken = [spell('draw-it', 1, null)]
    const wish = (spells: readonly Spell[], wish: 'take' | 'let-go' | 'finish', by = 'sara', result = 'Drawn') =>
      decideTask(spells, { task: 'draw-it', wish, by, result })
    expect(wish([], 'take')).toEqual([{ write: 'begin', number: 1 }])
    for (const other of ['take', 'let-go', 'finish'] as const)
      expect(wish(taken, other, 'dana')).toMatchObject({ code: 'studio.task-state', params: { state: 'taken' } })
    expect(wish(taken, 'let-go')).toEqual([{ write: 'end', number: 1, outcome: 'let-go', result: '' }])
    expect(wish(taken, 'finish', 'sara', ' ')).toMatchObject({ code: 'studio.result-needed', pointer: '/result' })
    expect(wish(taken, 'finish')).toEqual([{ write: 'end', number: 1, outcome: 'done', result: 'Drawn' }])
    expect(wish([spell('draw-it', 1, 'done')], 'finish')).toMatchObject({ code: 'studio.task-state' })
    expect(wish([spell('draw-it', 1, 'again')], 'finish')).toEqual([
      { write: 'begin', number: 2 },
      { write: 'end', number: 2, outcome: 'done', result: 'Drawn' },
    ])
  })
})

describe('a gate', () => {
  const all = [spell('draw-it', 1, 'done')]
  const met = [{ condition: 'draft-begun' as const, met: true }]

  it('opens when tasks are done, artefacts given and the platform finds all that it asks for', () => {
    const passage = (spells: readonly Spell[], papers: readonly GivenArtefact[], states: typeof met) =>
      decidePassage(pipeline, 'draw', spells, papers, states)
    expect(passage([], [], met)).toMatchObject({ code: 'studio.gate-closed', params: { what: 'tasks', count: 1 } })
    expect(passage(all, [], met)).toMatchObject({ params: { what: 'artefacts', count: 1 } })
    for (const states of [[], [{ condition: 'draft-begun' as const, met: false }]])
      expect(passage(all, [paper('draw-paper')], states)).toMatchObject({ params: { what: 'draft-begun', count: 1 } })
    expect(passage(all, [paper('draw-paper')], met)).toEqual({ to: 'build' })
    const last = [spell('build-it', 1, 'done')]
    expect(decidePassage(pipeline, 'build', last, [paper('build-paper')], met)).toEqual({ to: null })
  })

  it('is decided on by who has the role and, where it says so, did nothing of it', () => {
    const why = (stage: string, official: string, roles: string[]) =>
      whyNotDecide(pipeline, stage, { official, roles }, [...all, spell('build-it', 1, 'done')], [])
    expect(why('draw', 'dana', ['developer'])).toMatchObject({
      code: 'studio.gate-not-yours',
      params: { roles: 'reviewer' },
    })
    expect(why('draw', 'sara', ['reviewer'])).toMatchObject({ code: 'studio.gate-own' })
    expect(
      whyNotDecide(pipeline, 'draw', { official: 'dana', roles: ['reviewer'] }, [], [paper('draw-paper', 'dana')]),
    ).toMatchObject({
      code: 'studio.gate-own',
    })
    expect(why('draw', 'dana', ['reviewer'])).toBeNull()
    expect(why('build', 'sara', ['reviewer'])).toBeNull()
  })

  it('lets back to a stage before, with a reason', () => {
    const back = (to: string, reason = 'Wrong', again: string[] = []) =>
      decideReturn(pipeline, 'build', { to, reason, again })
    for (const to of ['build', 'nowhere']) expect(back(to)).toMatchObject({ code: 'studio.stage-not-before' })
    expect(back('draw', ' ')).toMatchObject({ code: 'studio.reason-needed' })
    expect(back('draw', 'Wrong', ['draw-it', 'other'])).toMatchObject({
      code: 'studio.task-not-found',
      pointer: '/again/1',
    })
    expect(back('draw', 'Wrong', ['draw-it', 'draw-it'])).toEqual({ to: 'draw', again: ['draw-it'] })
  })
})

describe('times', () => {
  const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T00:00:00.000Z`

  it('tell working from waiting, hands at the same time once, and all stays in a stage', () => {
    const times = timesOfWork(
      [
        { to: 'draw', at: at(1) },
        { to: 'build', at: at(5) },
        { to: 'draw', at: at(6) },
        { to: 'build', at: at(7) },
        { to: null, at: at(11) },
      ],
      [
        { takenAt: at(1), endedAt: at(3) },
        { takenAt: at(2), endedAt: at(4) },
        { takenAt: at(8), endedAt: null },
      ],
      ['draw', 'build'],
      new Date(at(11)),
      new Date(at(9)),
    )
    expect(times).toEqual({
      days: 8,
      working: 4,
      waiting: 4,
      stages: [
        { stage: 'draw', days: 5, working: 3, waiting: 2 },
        { stage: 'build', days: 5, working: 3, waiting: 2 },
      ],
    })
  })

  it('to publication by month: median, and how many were in time', () => {
    const work = (from: number, to: string) => ({ begunAt: at(from), publishedAt: to, targetDays: 14 })
    expect(monthsToPublication([work(1, '2026-04-01T00:00:00Z'), work(1, at(11)), work(1, at(21))])).toEqual([
      { month: '2026-03', works: 2, medianDays: 15, inTime: 1 },
      { month: '2026-04', works: 1, medianDays: 31, inTime: 0 },
    ])
  })
})

it('a hypothesis is reached at its target or beyond, better on the way there, missed else', () => {
  const verdicts = ([before, target]: [number, number], ...measured: (number | null)[]) =>
    measured.map(value => judgeHypothesis(before, target, value))
  expect(verdicts([10, 2], null, 2, 1, 5, 10, 12)).toEqual(['open', 'reached', 'reached', 'better', 'missed', 'missed'])
  expect(verdicts([1, 5], 5, 6, 2, 1)).toEqual(['reached', 'reached', 'better', 'missed'])
})

it('the level counts visits by channels, papers by questions for files, steps that officials do', async () => {
  const task = (id: string, role: string) => `<userTask id="${id}" t:role="${role}" />`
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:t="urn:tereze:bpmn:1" id="d" targetNamespace="x">
    <process id="p" isExecutable="true"><startEvent id="s" /><sequenceFlow id="f" sourceRef="s" targetRef="look" />
    ${task('look', 'case-worker')}<sequenceFlow id="g" sourceRef="look" targetRef="answer" />${task('answer', 'applicant')}</process></definitions>`
  const files = (card: object, more: [string, string][] = []) =>
    new Map([['service.json', JSON.stringify(card)], ...more])
  const form = JSON.stringify({ pages: [{ items: [{ as: 'files' }, { as: 'repeat', items: [{ as: 'files' }] }] }] })
  const own = files({ channels: ['counter'], form: 'apply', process: 'own' }, [
    ['process.bpmn', xml],
    ['forms/apply.form.json', form],
  ])
  expect(processNamed(own)).toBeNull()
  expect(await levelOf(own, null)).toEqual({ visits: 1, papers: 2, humanSteps: 1 })
  const shared = files({ channels: ['counter', 'portal'], process: 'standard-service@1' })
  expect(processNamed(shared)).toBe('standard-service')
  expect(await levelOf(shared, xml)).toEqual({ visits: 0, papers: 0, humanSteps: 1 })
  for (const [broken, process] of [
    [shared, null],
    [files({}), xml],
    [shared, 'no process'],
  ] as const)
    expect(await levelOf(broken, process)).toBeNull()
})

it('a pipeline with ids twice, without words, or with roles that there are not is told', () => {
  const messages = createMessages([{ en: { title: 'A' }, ru: { title: 'A' }, kk: { title: 'A' } }])
  const item = { id: 'one', title: 'message:title' }
  const gate = { conditions: [], by: ['nobody'], fourEyes: true }
  const stages = [
    { id: 'draw', title: 'message:none', environment: 'none', tasks: [item, item], artefacts: [item], gate },
  ]
  const json = new Map([['pipeline.json', { title: 'message:title', target: { days: 1 }, stages }]])
  expect(findPipelineProblems({ json, messages } as never, { list: () => [] })).toEqual([
    { pointer: '/stages/0/tasks/1/id', code: 'package.pipeline-id-repeated', params: { id: 'one' } },
    { pointer: '/stages/0/title', code: 'package.message-unknown', params: { key: 'none' } },
    { pointer: '/stages/0/gate/by/0', code: 'package.role-unknown', params: { role: 'nobody' } },
  ])
})
