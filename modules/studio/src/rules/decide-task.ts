import { type Refused, refuse } from '@tereze/operation'
import { resultNeeded, taskState } from '../contract/index.ts'
import { type Spell, taskAfter } from './work-state.ts'

/** What is written when a task is changed. */
export type TaskChange =
  | { readonly write: 'begin'; readonly number: number }
  | { readonly write: 'end'; readonly number: number; readonly outcome: 'done' | 'let-go'; readonly result: string }

/**
 * Decides what taking, letting go or finishing a task writes. A task is taken by one person at a time; whoever finishes one without
 * having taken it had it in hand for no time.
 */
export function decideTask(
  spells: readonly Spell[],
  { task, wish, by, result }: { task: string; wish: 'take' | 'let-go' | 'finish'; by: string; result: string },
): readonly TaskChange[] | Refused<'studio.task-state' | 'studio.result-needed'> {
  const own = spells.filter(one => one.task === task)
  const now = taskAfter(spells, task)
  const number = own.length
  const mine = now.state === 'taken' && now.by === by
  const late = refuse(taskState, { pointer: '/task', params: { state: now.state } })
  const begin = { write: 'begin', number: number + 1 } as const
  if (wish === 'take') return now.state === 'open' || now.state === 'again' ? [begin] : late
  if (wish === 'let-go') return mine ? [{ write: 'end', number, outcome: 'let-go', result: '' }] : late
  if (result.trim() === '') return refuse(resultNeeded, { pointer: '/result' })
  const end = (at: number): TaskChange => ({ write: 'end', number: at, outcome: 'done', result: result.trim() })
  if (mine) return [end(number)]
  return now.state === 'open' || now.state === 'again' ? [begin, end(number + 1)] : late
}
