import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@tereze/operation'
import { getWork } from '@tereze/studio/contract'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useWords } from '../words/words.ts'
import { WorkArtefacts } from './work-artefacts.tsx'
import { WorkGate } from './work-gate.tsx'
import { WorkHistory } from './work-history.tsx'
import { WorkHypotheses } from './work-hypotheses.tsx'
import { WorkStages } from './work-stages.tsx'
import { WorkTasks } from './work-tasks.tsx'
import { WorkTimesTable } from './work-times.tsx'
import './works.css'

/** A work as the platform gives it. */
export type OpenedWork = OutputOf<typeof getWork>

/** A work at `/works/{work}`: where it stands, what is to be done there, what its gate needs, what came of it. */
export function WorkPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const { work = '' } = useParams()
  const query = useQuery({
    queryKey: ['studio', 'work', organisation, work],
    queryFn: ({ signal }) => ask(getWork, { organisation, work }, { signal }),
  })
  const { data } = query
  const title = data === undefined ? words.say('works.title') : words.pick(data.card.title)
  const stage = data?.pipeline.stages.find(({ id }) => id === data.card.stage)
  return (
    <Page title={title} wide>
      <p className="soft back">
        <Link to="/works">{words.say('works.title')}</Link>
      </p>
      <h1>{title}</h1>
      {query.isPending ? <Waiting lines={8} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {data === undefined || stage === undefined ? null : (
        <div className="work">
          <p className="lead">{data.card.aim}</p>
          <p className="soft">
            {words.say(`kind.${data.card.kind}`)}
            {data.draft === null ? null : (
              <>
                {' · '}
                <Link to={`/drafts/${data.draft}`}>{words.say('draft.title')}</Link>
              </>
            )}
            {data.card.published === null
              ? null
              : ` · ${words.say('works.published', { version: data.card.published.version })}`}
          </p>
          <WorkStages opened={data} />
          {data.card.state === 'open' ? (
            <div className="work-now">
              <div>
                <WorkTasks opened={data} stage={stage} />
                <WorkArtefacts opened={data} stage={stage} />
              </div>
              <WorkGate opened={data} stage={stage} />
            </div>
          ) : (
            <p role="status" className="publication-state">
              {words.say(`works.${data.card.state}`)}
            </p>
          )}
          <WorkHypotheses opened={data} />
          <WorkTimesTable opened={data} />
          <WorkHistory opened={data} />
        </div>
      )}
    </Page>
  )
}
