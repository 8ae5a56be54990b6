import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { commentCase, listColleagues, listComments } from '@tereze/cases/contract'
import { ask, client, QueryProblem } from '@tereze/ui-app'
import { isProblem } from '@tereze/ui-client'

/** What officials said to each other about a case, the newest first. */
export function useComments(organisation: string, id: string) {
  return useQuery({
    queryKey: ['case', organisation, id, 'comments'],
    queryFn: ({ signal }) => ask(listComments, { organisation, case: id, limit: 50 }, { signal }),
  })
}

/** Everybody who works for the organisation, to be named in a comment. */
export function useEverybody(organisation: string, wanted: boolean) {
  return useQuery({
    queryKey: ['colleagues', organisation],
    queryFn: ({ signal }) => ask(listColleagues, { organisation }, { signal }),
    enabled: wanted,
    staleTime: 600_000,
  })
}

/** Adds a comment. */
export function useCommenting(organisation: string, id: string) {
  const queries = useQueryClient()
  return useMutation({
    async mutationFn({ text, mentions }: { text: string; mentions: readonly string[] }) {
      const input = { organisation, case: id, text, ...(mentions.length === 0 ? {} : { mentions: [...mentions] }) }
      const reply = await client.call(commentCase, input)
      if (isProblem(reply)) throw new QueryProblem(reply)
      return reply
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case', organisation, id, 'comments'] }),
  })
}
