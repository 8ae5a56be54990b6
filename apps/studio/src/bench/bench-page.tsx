import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@tereze/operation'
import { getBench, stopRun, tellStories } from '@tereze/studio/contract'
import { ask, BusyButton, commandOf, Failure, Page, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useWords } from '../words/words.ts'
import './bench.css'
import { CertificatesPane } from './certificates-pane.tsx'
import { CoveragePane } from './coverage-pane.tsx'
import { StoryRow } from './story-row.tsx'

const useCommand = commandOf('studio')
/** While stories are told, milliseconds between looks. */
const soon = 1_000

/** What the bench says of a draft. */
export type Bench = OutputOf<typeof getBench>

/** How far the run is that waits or goes on; null: none does. */
function openState(bench: Bench | undefined): 'waiting' | 'telling' | 'stopping' | null {
  const state = bench?.run?.state
  return state === 'waiting' || state === 'telling' || state === 'stopping' ? state : null
}

/** The test bench of a draft at `/drafts/{draft}/bench`: its stories and what came of them, what none reaches, who tried it. */
export function BenchPage(): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const { draft = '' } = useParams()
  const query = useQuery({
    queryKey: ['studio', 'bench', organisation, draft],
    queryFn: ({ signal }) => ask(getBench, { organisation, draft }, { signal }),
    refetchInterval: ({ state }) => (openState(state.data) !== null ? soon : false),
  })
  return (
    <Page title={say('bench.title')} wide>
      <p className="soft back">
        <Link to={`/drafts/${draft}`}>{say('draft.title')}</Link>
      </p>
      <h1>{say('bench.title')}</h1>
      <p className="soft">{say('bench.about')}</p>
      {query.isPending ? <Waiting lines={8} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : (
        <>
          <Stories bench={query.data} of={{ organisation, draft }} />
          <CoveragePane coverage={query.data.coverage} draft={draft} mayWrite={query.data.may.tell} />
          <CertificatesPane bench={query.data} of={{ organisation, draft }} />
        </>
      )}
    </Page>
  )
}

function Stories({ bench, of }: { bench: Bench; of: { organisation: string; draft: string } }): ReactNode {
  const words = useWords()
  const { say } = words
  const tell = useCommand(tellStories)
  const stop = useCommand(stopRun)
  const { run, stories, may } = bench
  const going = openState(bench)
  const busy = going !== null
  const error = tell.error ?? stop.error
  const hold = stories.filter(({ state }) => state === 'holds').length
  return (
    <section aria-labelledby="bench-stories">
      <div className="bench-head">
        <h2 id="bench-stories">{say('bench.stories')}</h2>
        {may.tell ? (
          <div className="actions">
            {busy && run !== null ? (
              <BusyButton
                className="button button-quiet"
                busy={stop.isPending || run.state === 'stopping'}
                onClick={() => stop.mutate({ organisation: of.organisation, run: run.run })}
              >
                {say('bench.stop')}
              </BusyButton>
            ) : (
              <BusyButton className="button" busy={tell.isPending} onClick={() => tell.mutate(of)}>
                {say('bench.tell-all')}
              </BusyButton>
            )}
            <Link className="button button-quiet" to={`/drafts/${of.draft}/record`}>
              {say('bench.record')}
            </Link>
          </div>
        ) : null}
      </div>
      <p role="status">
        {going !== null && run !== null
          ? say(`bench.run.${going}`, { told: run.told, stories: run.stories })
          : say('bench.count', { hold, stories: stories.length })}
      </p>
      {busy && run !== null ? (
        <progress className="bench-progress" max={run.stories} value={run.told} aria-label={say('bench.progress')} />
      ) : null}
      {run?.state === 'failed' ? (
        <Callout tone="no" title={say('bench.run.failed')}>
          <p>
            {run.problem === 'package-faulty'
              ? say('bench.problem.package-faulty')
              : run.problem === 'took-too-long'
                ? say('bench.problem.took-too-long')
                : say('bench.problem.broke-down')}
          </p>
        </Callout>
      ) : null}
      {error === null ? null : <RefusalNote problem={error.problem} />}
      {stories.length === 0 ? <p className="soft">{say('bench.none')}</p> : null}
      <ul className="bench-stories">
        {stories.map(story => (
          <StoryRow
            key={story.path}
            story={story}
            draft={of.draft}
            tell={may.tell && !busy ? () => tell.mutate({ ...of, paths: [story.path] }) : null}
          />
        ))}
      </ul>
    </section>
  )
}
