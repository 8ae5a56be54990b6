import type { UseQueryResult } from '@tanstack/react-query'
import { PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import type { QueryProblem } from '../session/platform.ts'
import { Failure } from '../state/failure.tsx'
import { Waiting } from '../state/waiting.tsx'

/** What is registered, or why nothing is shown. */
export function RegisteredList<Item>(of: {
  query: UseQueryResult<{ readonly items: readonly Item[] }, QueryProblem>
  emptyTitle: string
  emptyText: string
  children: (items: readonly Item[]) => ReactNode
}): ReactNode {
  const { query } = of
  if (query.isPending) return <Waiting lines={4} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  if (query.data.items.length > 0) return of.children(query.data.items)
  return (
    <PageState drawing="empty" title={of.emptyTitle} small heading="h3">
      <p>{of.emptyText}</p>
    </PageState>
  )
}
