import { undoable } from '@tereze/foundation-database'
import type { Context } from '@tereze/foundation-operations'
import { isRefused, type Refused } from '@tereze/operation'
import type { TaskOutcomes, Tasks } from '../contract/bulk.ts'

/** Tasks that one transaction works on at most. */
const chunk = 50

/** Splits an input of several tasks into what each transaction gets. */
export function splitTasks<Input extends { readonly tasks: Tasks }>(input: Input): Input[] {
  const parts: Input[] = []
  for (let from = 0; from < input.tasks.length; from += chunk)
    parts.push({ ...input, tasks: input.tasks.slice(from, from + chunk) })
  return parts
}

/** What became of the tasks of all parts, in the order asked. */
export function joinOutcomes(parts: readonly TaskOutcomes[]): TaskOutcomes {
  return { items: parts.flatMap(part => part.items) }
}

/**
 * Does with each task what a single operation does, each so that a refusal undoes it alone. Cases are taken in the order of their ids,
 * so that two who work on the same ones do not wait for each other.
 */
export async function eachTask(
  context: Context,
  tasks: Tasks,
  one: (place: Tasks[number]) => Promise<unknown>,
): Promise<TaskOutcomes> {
  const outcomes = new Map<Tasks[number], Refused | null>()
  for (const place of tasks.toSorted((a, b) => (a.case < b.case ? -1 : 1))) {
    const reply = await undoable(
      context.tx,
      () => one(place),
      value => !isRefused(value),
    )
    outcomes.set(place, isRefused(reply) ? reply : null)
  }
  return {
    items: tasks.map(place => {
      const refused = outcomes.get(place) ?? null
      const refusal =
        refused === null ? null : { code: refused.code, pointer: refused.pointer, params: { ...refused.params } }
      return { case: place.case, task: place.task, refusal }
    }),
  }
}
