import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { claimTasks, completeTasks, listColleagues, reassignTasks } from '@tereze/cases/contract'
import type { InputOf } from '@tereze/operation'
import { ask, client, QueryProblem, useSession } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'
import type { Completion } from '../case/completion.ts'
import type { Task } from './task.ts'

/** What is done with all chosen tasks: they are taken, given to an official (null: back to the unit) with a reason, or completed alike. */
export type Many =
  | { readonly kind: 'take' }
  | { readonly kind: 'give'; readonly to: string | null; readonly reason: string }
  | { readonly kind: 'complete'; readonly completion: Completion }

function carryOut(many: Many, input: Pick<InputOf<typeof claimTasks>, 'organisation' | 'tasks'>) {
  switch (many.kind) {
    case 'take':
      return client.call(claimTasks, input)
    case 'give':
      return client.call(reassignTasks, { ...input, to: many.to, reason: many.reason })
    case 'complete': {
      const { outcome, reason, answers } = many.completion
      return client.call(completeTasks, { ...input, outcome, reason, answers })
    }
  }
}

/** Does one thing with many tasks; the reply tells of each what became of it. */
export function useMany() {
  const queries = useQueryClient()
  const { organisation } = useSession()
  return useMutation({
    async mutationFn({ many, tasks }: { many: Many; tasks: readonly Task[] }) {
      const input = { organisation, tasks: tasks.map(({ case: of, task }) => ({ case: of, task })) }
      const reply = await carryOut(many, input)
      if (isProblem(reply)) throw new QueryProblem(reply)
      return reply
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['tasks'] }),
        queries.invalidateQueries({ queryKey: ['case'] }),
      ]),
  })
}

/** Everybody who works for the organisation. */
export function useStaff(wanted: boolean) {
  const { organisation } = useSession()
  return useQuery({
    queryKey: ['colleagues', organisation],
    queryFn: ({ signal }) => ask(listColleagues, { organisation }, { signal }),
    enabled: wanted,
    staleTime: 600_000,
  })
}
