import { type Refused, refuse } from '@tereze/operation'
import { type Pipeline, reasonNeeded, stageNotBefore, taskNotFound } from '../contract/index.ts'

/** Decides whether a work goes back to an earlier stage; only tasks from there on may be asked for again. */
export function decideReturn(
  pipeline: Pipeline,
  stage: string,
  { to, reason, again }: { to: string; reason: string; again: readonly string[] },
):
  | { readonly to: string; readonly again: readonly string[] }
  | Refused<'studio.stage-not-before' | 'studio.reason-needed' | 'studio.task-not-found'> {
  const place = (id: string) => pipeline.stages.findIndex(one => one.id === id)
  if (place(to) < 0 || place(to) >= place(stage)) return refuse(stageNotBefore, { pointer: '/to' })
  if (reason.trim() === '') return refuse(reasonNeeded, { pointer: '/reason' })
  const tasks = pipeline.stages.slice(place(to), place(stage) + 1).flatMap(one => one.tasks.map(({ id }) => id))
  const other = again.findIndex(task => !tasks.includes(task))
  if (other >= 0) return refuse(taskNotFound, { pointer: `/again/${other}` })
  return { to, again: [...new Set(again)] }
}
