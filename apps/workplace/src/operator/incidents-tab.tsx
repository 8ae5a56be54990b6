import { useInfiniteQuery } from '@tanstack/react-query'
import { type IncidentCard, listIncidents, retryIncident, startBatch } from '@tereze/cases/contract'
import { ask, useSession } from '@tereze/ui-app'
import { PageState, Tag } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { itemsOf, ListFrame } from '../state/list-frame.tsx'
import { useWords } from '../words/words.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { operating, useDeed } from './use-deed.ts'

const pageSize = 50
const filters = ['service', 'node', 'code'] as const

type Filter = Partial<Record<(typeof filters)[number], string>>

/** What can be chosen in a filter: what the list holds, with its words. */
function choices(items: readonly IncidentCard[], pick: (item: IncidentCard) => [string, string]): [string, string][] {
  return [...new Map(items.map(pick))].sort(([, a], [, b]) => a.localeCompare(b))
}

/** Cases that have stopped: where, why, since when; to be tried again alone or together. */
export function IncidentsTab(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const filter: Filter = Object.fromEntries(
    filters.flatMap(name => (params.get(name) ? [[name, params.get(name)]] : [])),
  )
  const query = useInfiniteQuery({
    queryKey: [operating, 'incidents', organisation, filter],
    queryFn: ({ pageParam, signal }) =>
      ask(
        listIncidents,
        { organisation, limit: pageSize, ...filter, ...(pageParam === null ? {} : { after: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
    refetchInterval: 30_000,
  })
  const retry = useDeed(retryIncident)
  const batch = useDeed(startBatch)
  const [asked, setAsked] = useState<IncidentCard | 'all' | null>(null)
  const items = itemsOf(query)
  const narrowed = Object.keys(filter).length > 0
  const choose = (name: (typeof filters)[number], value: string) => {
    const next = new URLSearchParams(params)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setParams(next, { replace: true })
  }
  const close = () => {
    setAsked(null)
    retry.reset()
    batch.reset()
  }
  const options: Record<(typeof filters)[number], [string, string][]> = {
    service: choices(items, one => [one.service, words.pick(one.serviceTitle)]),
    node: choices(items, one => [one.place.node, words.pick(one.place.name)]),
    code: choices(items, one => [one.code, words.pick(one.text)]),
  }
  return (
    <>
      {items.length > 0 || narrowed ? (
        <div className="operator-filters">
          {filters.map(name => (
            <label key={name} className="filter">
              <span>{words.say(`operator.filter.${name}`)}</span>
              <select className="input" value={filter[name] ?? ''} onChange={event => choose(name, event.target.value)}>
                <option value="">{words.say('operator.filter.all')}</option>
                {options[name].map(([value, text]) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
                {filter[name] !== undefined && !options[name].some(([value]) => value === filter[name]) ? (
                  <option value={filter[name]}>{filter[name]}</option>
                ) : null}
              </select>
            </label>
          ))}
          <button type="button" className="button button-quiet button-small" onClick={() => setAsked('all')}>
            {words.say('operator.retry-all')}
          </button>
        </div>
      ) : null}
      <p role="status" className={retry.isSuccess && asked === null ? 'operator-told' : 'hidden-text'}>
        {retry.isSuccess ? words.say(retry.data.resolved ? 'operator.retried' : 'operator.stopped-again') : ''}
      </p>
      <ListFrame
        query={query}
        lines={10}
        empty={
          <PageState drawing="empty" title={words.say('operator.incidents.empty-title')} small heading="h3">
            <p>{words.say(narrowed ? 'operator.incidents.none-such' : 'operator.incidents.empty-text')}</p>
          </PageState>
        }
        end={words.say('operator.incidents.end', { count: items.length })}
      >
        <table className="table-cards tasks operator-table" aria-label={words.say('operator.tab.incidents')}>
          <thead>
            <tr>
              <th scope="col">{words.say('operator.column.case')}</th>
              <th scope="col">{words.say('operator.column.place')}</th>
              <th scope="col">{words.say('operator.column.why')}</th>
              <th scope="col">{words.say('operator.column.since')}</th>
              <th scope="col">{words.say('operator.column.action')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(one => (
              <tr key={one.incident} className="urgency-late">
                <th scope="row">
                  <Link to={`/operations/cases/${one.case}`}>
                    {words.pick(one.serviceTitle)} <span className="number">{one.number}</span>
                  </Link>
                  <span className="soft">{words.say('operator.version', { version: one.version })}</span>
                </th>
                <td>{words.pick(one.place.name)}</td>
                <td>
                  <Tag tone="no">{words.pick(one.text)}</Tag>
                </td>
                <td>
                  <time dateTime={one.at}>{words.moment(one.at, { short: true, year: false })}</time>
                </td>
                <td>
                  <button type="button" className="button button-quiet button-small" onClick={() => setAsked(one)}>
                    {words.say('operator.retry')}
                    <span className="hidden-text"> {one.number}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ListFrame>
      {asked === null ? null : (
        <ReasonDialog
          title={words.say(asked === 'all' ? 'operator.retry-all' : 'operator.retry')}
          action={words.say('operator.do-retry')}
          busy={retry.isPending || batch.isPending}
          problem={(retry.error ?? batch.error)?.problem ?? null}
          close={close}
          confirm={reason => {
            if (asked === 'all')
              batch.mutate(
                { organisation, work: { kind: 'retry', ...filter }, reason },
                { onSuccess: ({ batch: id }) => void navigate(`/operations/batches?batch=${id}`) },
              )
            else
              retry.mutate(
                { organisation, case: asked.case, incident: asked.incident, reason },
                { onSuccess: () => setAsked(null) },
              )
          }}
        >
          <p>
            {asked === 'all'
              ? words.say('operator.retry-all-text')
              : `${words.pick(asked.serviceTitle)}, ${asked.number}: ${words.pick(asked.text)} (${words.pick(asked.place.name)})`}
          </p>
        </ReasonDialog>
      )}
    </>
  )
}
