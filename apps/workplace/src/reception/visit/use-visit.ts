import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { getVisit, type VisitView } from '@tereze/reception/contract'
import { ask, type QueryProblem, useSession } from '@tereze/ui-app'
import { useEffect } from 'react'
import { forgetAnswers } from '../../case/answer-draft.ts'

/** What screens show of a visit; nothing of it stays when the visit is over. */
export const visitKey = 'visit'

/** Under which what was typed in a visit is kept in this tab. */
export const draftsOf = (visit: string) => `visit ${visit} `

/** How often it is looked whether a code was sent. */
const askedEvery = 2_000

/** The operator’s own open visit; it goes from the screen by itself when its time is over. */
export function useVisit() {
  const { organisation } = useSession()
  const queries = useQueryClient()
  const wipe = useWipe()
  const query = useQuery({
    queryKey: [visitKey, organisation],
    queryFn: ({ signal }) => ask(getVisit, { organisation }, { signal }),
    refetchInterval: ({ state }) => (state.data?.visit?.code === 'wanted' ? askedEvery : false),
    refetchOnWindowFocus: false,
  })
  const endsAt = query.data?.visit?.endsAt
  useEffect(() => {
    if (endsAt === undefined) return
    const timer = setTimeout(() => wipe(), Math.max(0, Date.parse(endsAt) - Date.now()) + 500)
    return () => clearTimeout(timer)
  }, [endsAt, wipe])
  return { query, again: () => queries.invalidateQueries({ queryKey: [visitKey, organisation] }) }
}

/** Wipes everything that was shown or typed in visits, and looks anew. */
export function useWipe(): () => void {
  const queries = useQueryClient()
  return () => {
    forgetAnswers(sessionStorage, 'visit ')
    queries.removeQueries({ queryKey: [visitKey], predicate: ({ queryKey }) => queryKey.length > 2 })
    void queries.resetQueries({ queryKey: [visitKey] })
  }
}

/** A command of the desk about visits; what is shown of the visit is asked for anew after each. */
export function useVisitCommand<O extends Operation>(definition: O, done?: (output: OutputOf<O>) => void) {
  const queries = useQueryClient()
  return useMutation<OutputOf<O>, QueryProblem, InputOf<O>>({
    mutationFn: input => ask(definition, input),
    onSuccess: output => done?.(output),
    onSettled: () => queries.invalidateQueries({ queryKey: [visitKey] }),
  })
}

/** A command that is done for the visitor. */
export function useForVisitor<O extends Operation>(
  { visit }: Pick<VisitView, 'visit'>,
  definition: O,
  done?: (output: OutputOf<O>) => void,
) {
  const queries = useQueryClient()
  return useMutation<OutputOf<O>, QueryProblem, InputOf<O>>({
    mutationFn: input => ask(definition, input, { visit }),
    onSuccess: output => done?.(output),
    onSettled: () => queries.invalidateQueries({ queryKey: [visitKey, visit] }),
  })
}
