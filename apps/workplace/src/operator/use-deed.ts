import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { client, QueryProblem } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'

/** What one who operates processes sees; all of it is asked for anew after each deed. */
export const operating = 'operating'

/** Calls a command; what the page shows is asked for anew afterwards. */
export function useDeed<O extends Operation>(definition: O) {
  const queries = useQueryClient()
  return useMutation<OutputOf<O>, QueryProblem, InputOf<O>>({
    async mutationFn(input) {
      const reply = await client.call(definition, input)
      if (isProblem(reply)) throw new QueryProblem(reply)
      return reply as OutputOf<O>
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [operating] }),
  })
}
