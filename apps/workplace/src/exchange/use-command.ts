import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { isProblem } from '@tereze/ui-client'
import { client, QueryProblem } from '../session/platform.ts'

/** What screens show of the exchange; all of it is asked for anew after each command. */
export const exchangeKey = 'exchange'

/** Calls a command of the exchange. */
export function useCommand<O extends Operation>(definition: O, done?: (output: OutputOf<O>) => void) {
  const queries = useQueryClient()
  return useMutation<OutputOf<O>, QueryProblem, InputOf<O>>({
    async mutationFn(input) {
      const reply = await client.call(definition, input)
      if (isProblem(reply)) throw new QueryProblem(reply)
      return reply as OutputOf<O>
    },
    onSuccess: output => done?.(output),
    onSettled: () => queries.invalidateQueries({ queryKey: [exchangeKey] }),
  })
}
