import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { completeTask, getCase } from '@tereze/cases/contract'
import type { InputOf } from '@tereze/operation'
import { isProblem } from '@tereze/ui-client'
import { ask, client, QueryProblem } from '../session/platform.ts'
import { useSession } from '../session/session.tsx'

/** One case of the official's organisation. */
export function useCase(id: string) {
  const { organisation } = useSession()
  return useQuery({
    queryKey: ['case', organisation, id],
    queryFn: ({ signal }) => ask(getCase, { organisation, case: id }, { signal }),
  })
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
    onSuccess: (_reply, { organisation, case: id }) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['case', organisation, id] }),
        queries.invalidateQueries({ queryKey: ['tasks'] }),
      ]),
  })
}
