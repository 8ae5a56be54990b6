import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { claimTasks, listColleagues, reassignTasks } from '@tereze/cases/contract'
import { isProblem } from '@tereze/ui-client'
import { ask, client, QueryProblem } from '../session/platform.ts'
import { useSession } from '../session/session.tsx'
import type { Task } from './task.ts'

/** What is done with all chosen tasks: they are taken, or given to an official (null: back to the unit) with a reason. */
export type Many =
  | { readonly kind: 'take' }
  | { readonly kind: 'give'; readonly to: string | null; readonly reason: string }

/** Does one thing with many tasks; the reply tells of each what became of it. */
export function useMany() {
  const queries = useQueryClient()
  const { organisation } = useSession()
  return useMutation({
    async mutationFn({ many, tasks }: { many: Many; tasks: readonly Task[] }) {
      const input = { organisation, tasks: tasks.map(({ case: of, task }) => ({ case: of, task })) }
      const reply = await (many.kind === 'take'
        ? client.call(claimTasks, input)
        : client.call(reassignTasks, { ...input, to: many.to, reason: many.reason }))
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
