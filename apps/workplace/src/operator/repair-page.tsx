import { useQuery } from '@tanstack/react-query'
import { listInstances, listInterventions } from '@tereze/cases/contract'
import { ask, Failure, isNotFound, Page, useSession, Waiting } from '@tereze/ui-app'
import { Icon, PageState, Pane } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { NoSuchCase } from '../case/no-such-case.tsx'
import { useWords } from '../words/words.ts'
import { DataPane } from './data-pane.tsx'
import { InstancePane } from './instance-pane.tsx'
import { operating } from './use-deed.ts'

/** One case at `/operations/cases/:case` for those who operate processes: where it stands, what can be done, what was done. */
export function RepairPage(): ReactNode {
  const words = useWords()
  const { case: id = '' } = useParams()
  const { organisation } = useSession()
  const place = { organisation, case: id }
  const query = useQuery({
    queryKey: [operating, 'instances', organisation, id],
    queryFn: ({ signal }) => ask(listInstances, place, { signal }),
  })
  const title = words.say('operator.repair.title')
  if (isNotFound(query.error?.problem)) return <NoSuchCase />
  if (query.isPending || query.isError) {
    return (
      <Page title={title} wide>
        <h1>{title}</h1>
        {query.isPending ? (
          <Waiting lines={8} />
        ) : (
          <Failure problem={query.error.problem} again={() => void query.refetch()} small />
        )}
      </Page>
    )
  }
  const { number, serviceTitle, version, items } = query.data
  return (
    <Page title={`${title} ${number}`} wide>
      <p className="operator-back">
        <Link to="/operations/incidents">
          <Icon name="arrow-left" /> {words.say('operator.repair.back')}
        </Link>
      </p>
      <h1>
        {words.pick(serviceTitle)}, <span className="number">{number}</span>
      </h1>
      <p className="soft">
        {words.say('operator.version', { version })} ·{' '}
        <Link to={`/cases/${id}`} state={{ from: `/operations/cases/${id}` }}>
          {words.say('operator.repair.case')}
        </Link>
      </p>
      <div className="operator-repair">
        <div>
          {items.length === 0 ? (
            <PageState drawing="empty" title={words.say('operator.repair.none-title')} small>
              <p>{words.say('operator.repair.none-text')}</p>
            </PageState>
          ) : (
            items.map(instance => <InstancePane key={instance.instance} instance={instance} place={place} />)
          )}
        </div>
        <div>
          {items.length === 0 ? null : <DataPane place={place} />}
          <Done place={place} />
        </div>
      </div>
    </Page>
  )
}

function Done({ place }: { place: { organisation: string; case: string } }): ReactNode {
  const words = useWords()
  const query = useQuery({
    queryKey: [operating, 'interventions', place.organisation, place.case],
    queryFn: ({ signal }) => ask(listInterventions, place, { signal }),
  })
  return (
    <Pane>
      <h2>{words.say('operator.done.title')}</h2>
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.data?.items.length === 0 ? <p className="soft">{words.say('operator.done.none')}</p> : null}
      <ol className="operator-done">
        {query.data?.items.map(one => (
          <li key={one.intervention}>
            <strong>{words.pick(one.text)}</strong>
            {one.element === null ? null : <span className="soft"> {one.element}</span>}
            <span className="source">{words.moment(one.at, { short: true })}</span>
            <span>{one.reason}</span>
            {one.change === null ? null : (
              <span className="operator-change">
                <code>{JSON.stringify(one.change.before)}</code> → <code>{JSON.stringify(one.change.after)}</code>
              </span>
            )}
          </li>
        ))}
      </ol>
    </Pane>
  )
}
