import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { completeTask, getCase, getTask } from '@tereze/cases/contract'
import type { InputOf } from '@tereze/operation'
import { ask, client, QueryProblem, useSession } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'
import type { CaseTask } from './view.ts'

/** One case of the official's organisation. */
export function useCase(id: string) {
  const { organisation } = useSession()
  return useQuery({
    queryKey: ['case', organisation, id],
    queryFn: ({ signal }) => ask(getCase, { organisation, case: id }, { signal }),
  })
}

/** The form of a task of a case; read anew, while the one before stays, when the case is seen to have changed. */
export function useTaskForm(task: CaseTask, { revision }: { readonly revision?: number | undefined }) {
  const input = { organisation: task.organisation, case: task.case, task: task.task }
  return useQuery({
    queryKey: ['task', input, revision],
    queryFn: ({ signal }) => ask(getTask, input, { signal }),
    placeholderData: before => (before?.task === task.task ? before : undefined),
  })
}

/** Reads a case anew. */
export function useLookAgain(id: string): () => Promise<void> {
  const { organisation } = useSession()
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['case', organisation, id] })
}

/** Completes a task; the case and the lists are read anew afterwards. */
export function useCompletion() {
  const queries = useQueryClient()
  return useMutation({
    async mutationFn(input: InputOf<typeof completeTask>) {
      const reply = await client.call(completeTask, input)
      if (isProblem(reply)) throw new QueryProblem(reply)
      return reply
    },
    onSuccess(_reply, { organisation, case: id }) {
      // Only the case itself is waited for: the form goes away with it, and has to tell first what became of the task.
      for (const part of ['process', 'comments', 'askable']) {
        void queries.invalidateQueries({ queryKey: ['case', organisation, id, part] })
      }
      void queries.invalidateQueries({ queryKey: ['tasks'] })
      return queries.invalidateQueries({ queryKey: ['case', organisation, id], exact: true })
    },
  })
}
