import { useMutation, useQueryClient } from '@tanstack/react-query'
import { beginActivity } from '@tereze/cases/contract'
import { client, QueryProblem } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'
import type { CaseTask } from './view.ts'

/** Begins an activity that a task offers, in the case as it was seen; the case and the lists are read anew afterwards. */
export function useBeginning({ organisation, case: id, task }: CaseTask, revision: number) {
  const queries = useQueryClient()
  return useMutation({
    async mutationFn(activity: string) {
      const reply = await client.call(beginActivity, { organisation, case: id, task, activity, revision })
      if (isProblem(reply)) throw new QueryProblem(reply)
      return activity
    },
    onSuccess() {
      void queries.invalidateQueries({ queryKey: ['tasks'] })
      return queries.invalidateQueries({ queryKey: ['case', organisation, id] })
    },
  })
}
