import { useQuery } from '@tanstack/react-query'
import { getDraft } from '@tereze/studio/contract'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { useWords } from '../words/words.ts'
import { Workbench } from './workbench.tsx'

/** A draft at `/drafts/{draft}`: its files, the editor of one, what is wrong. */
export function DraftPage(): ReactNode {
  const { say, pick } = useWords()
  const { organisation } = useSession()
  const { draft = '' } = useParams()
  const query = useQuery({
    queryKey: ['studio', 'draft', organisation, draft],
    queryFn: ({ signal }) => ask(getDraft, { organisation, draft }, { signal }),
    // It is opened once; from then on the page knows better than what was read.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const title = query.data === undefined ? say('draft.title') : pick(query.data.draft.title)
  return (
    <Page title={title} wide>
      {query.isPending ? <Waiting lines={10} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : <Workbench key={draft} opened={query.data} />}
    </Page>
  )
}
