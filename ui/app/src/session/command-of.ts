import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { isProblem } from '@tereze/ui-client'
import { callSigned, type Reading } from '../signing/call-signed.ts'
import { QueryProblem } from './platform.ts'

/**
 * The hook by which a section calls its commands; what screens show under the section's key is asked for anew after each. What the
 * platform wants signed is signed on the way, `reads` says in words what that is.
 */
export function commandOf(key: string) {
  return function useCommand<O extends Operation>(
    definition: O,
    done?: (output: OutputOf<O>) => void,
    reads?: (input: InputOf<O>) => Reading,
  ) {
    const queries = useQueryClient()
    return useMutation<OutputOf<O>, QueryProblem, InputOf<O>>({
      async mutationFn(input) {
        const reply = await callSigned(definition, input, reads?.(input))
        if (isProblem(reply)) throw new QueryProblem(reply)
        return reply as OutputOf<O>
      },
      onSuccess: output => done?.(output),
      onSettled: () => queries.invalidateQueries({ queryKey: [key] }),
    })
  }
}
