import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { claimTask, listTasks, releaseTask } from '@tereze/cases/contract'
import { ask, client, QueryProblem, useSession } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'
import { criteriaOf, type ListFilter } from './list-filter.ts'
import type { Task, TaskListId } from './task.ts'

const pageSize = 50

/** One list of the inbox, page by page, asked for again each minute. */
export function useTasks(list: TaskListId, filter: ListFilter) {
  const { organisation } = useSession()
  return useInfiniteQuery({
    queryKey: ['tasks', organisation, list, filter],
    queryFn: ({ pageParam, signal }) =>
      ask(
        listTasks,
        {
          organisation,
          list,
          limit: pageSize,
          ...criteriaOf(filter),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
}

/** Takes a task, or gives it back; lists and the case are read anew afterwards. */
export function useHolding() {
  const queries = useQueryClient()
  return useMutation({
    async mutationFn({ task, take }: { task: Pick<Task, 'organisation' | 'case' | 'task'>; take: boolean }) {
      const input = { organisation: task.organisation, case: task.case, task: task.task }
      const reply = await client.call(take ? claimTask : releaseTask, input)
      if (isProblem(reply)) throw new QueryProblem(reply)
      return reply
    },
    onSettled: (_reply, _problem, { task }) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['tasks'] }),
        queries.invalidateQueries({ queryKey: ['case', task.organisation, task.case] }),
      ]),
  })
}
