import { useQuery } from '@tanstack/react-query'
import { getDraft } from '@tereze/studio/contract'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { type ReactNode, useMemo } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useWords } from '../words/words.ts'
import './bench.css'
import { Recorder } from './recorder.tsx'
import { listStories } from './story-draft.ts'

/**
 * A story is recorded or changed at `/drafts/{draft}/record`; `?story=` names one that there is, `?for=` what none reaches yet.
 */
export function RecordPage(): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const { draft = '' } = useParams()
  const [search] = useSearchParams()
  const query = useQuery({
    queryKey: ['studio', 'record', organisation, draft],
    queryFn: ({ signal }) => ask(getDraft, { organisation, draft }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const files = useMemo(() => new Map((query.data?.files ?? []).map(({ path, text }) => [path, text])), [query.data])
  const stories = useMemo(() => listStories(files), [files])
  const wanted = search.get('story')
  const gap = search.get('for')
  return (
    <Page title={say('record.title')} wide>
      <p className="soft back">
        <Link to={`/drafts/${draft}/bench`}>{say('bench.title')}</Link>
      </p>
      <h1>{say('record.title')}</h1>
      {gap === null ? null : <p>{say('record.for', { name: gap })}</p>}
      {query.isPending ? <Waiting lines={8} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : (
        <Recorder
          key={wanted ?? ''}
          draft={query.data.draft}
          files={files}
          revisions={new Map(query.data.files.map(({ path, revision }) => [path, revision]))}
          stories={stories}
          path={stories.some(({ path }) => path === wanted) ? wanted : null}
          mayWrite={query.data.mayWrite}
        />
      )}
    </Page>
  )
}
