import type { Pipeline, PipelineStage } from '../contract/index.ts'

/** A time for which somebody had a task in hand; without an end: now. */
export interface Spell {
  readonly task: string
  readonly stage: string
  readonly number: number
  readonly by: string
  readonly takenAt: string
  readonly endedAt: string | null
  readonly outcome: 'done' | 'let-go' | 'again' | null
  readonly result: string
}

/** An artefact that was given. */
export interface GivenArtefact {
  readonly artefact: string
  readonly stage: string
  readonly link: string
  readonly note: string
  readonly givenBy: string
  readonly givenAt: string
}

/** How a task stands after its spells: the newest one that was not let go tells, unless somebody has it in hand. */
export function taskAfter(spells: readonly Spell[], task: string) {
  const own = spells.filter(one => one.task === task)
  const last = own.at(-1)
  const told = last?.outcome === 'let-go' ? own.findLast(({ outcome }) => outcome !== 'let-go') : last
  const state =
    told === undefined ? 'open' : told.outcome === null ? 'taken' : told.outcome === 'again' ? 'again' : 'done'
  const result = own.findLast(({ outcome }) => outcome === 'done' || outcome === 'again')?.result ?? ''
  return {
    task,
    state: state as 'open' | 'taken' | 'done' | 'again',
    by: told?.by ?? null,
    at: told?.endedAt ?? told?.takenAt ?? null,
    result,
  }
}

/** What a stage still needs before its gate is looked at. */
export function wantingIn(
  stage: PipelineStage,
  spells: readonly Spell[],
  artefacts: readonly Pick<GivenArtefact, 'artefact'>[],
) {
  const tasks = stage.tasks.filter(({ id, optional }) => !optional && taskAfter(spells, id).state !== 'done')
  const given = new Set(artefacts.map(({ artefact }) => artefact))
  const missing = stage.artefacts.filter(({ id, optional }) => !optional && !given.has(id))
  return { tasks, artefacts: missing }
}

/** The stage of a pipeline by id. @throws Error where it has none: a work keeps the version of its pipeline. */
export function stageOf(pipeline: Pipeline, id: string): PipelineStage {
  const found = pipeline.stages.find(stage => stage.id === id)
  if (found === undefined) throw new Error(`pipeline ${pipeline.id}@${pipeline.version} has no stage ${id}`)
  return found
}

/** Who did something in a stage: finished a task, has one in hand, or gave an artefact. */
export function doersIn(stage: string, spells: readonly Spell[], artefacts: readonly GivenArtefact[]): string[] {
  return [
    ...spells.filter(one => one.stage === stage && one.outcome !== 'let-go').map(({ by }) => by),
    ...artefacts.filter(one => one.stage === stage).map(({ givenBy }) => givenBy),
  ]
}
