import { useInfiniteQuery } from '@tanstack/react-query'
import { ask, useSession } from '@tereze/ui-app'
import { PageState, Tag } from '@tereze/ui-components'
import { type Incident, listIncidents, type RuleStanding } from '@tereze/vigilance/contract'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { itemsOf, ListFrame } from '../state/list-frame.tsx'
import { useWords } from '../words/words.ts'
import { severityTones } from './severity-tones.ts'
import { vigilanceKey } from './use-command.ts'

/** What rules found, newest first: those that wait to be judged, or all; of one rule, or of any. */
export function IncidentsPart({ rules }: { rules: readonly RuleStanding[] }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [params, setParams] = useSearchParams()
  const rule = rules.find(one => one.rule === params.get('rule'))?.rule
  const all = params.get('show') === 'all'
  const go = (next: { rule?: string; show?: string }) => {
    const wanted = { rule: rule ?? '', show: all ? 'all' : '', ...next }
    setParams(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== '')), { replace: true })
  }
  const asked = { organisation, ...(rule === undefined ? {} : { rule }), ...(all ? {} : { open: true }) }
  const query = useInfiniteQuery({
    queryKey: [vigilanceKey, 'incidents', asked],
    queryFn: ({ pageParam, signal }) =>
      ask(listIncidents, { ...asked, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
    placeholderData: before => before,
  })
  const items = itemsOf(query)
  return (
    <section aria-labelledby="incidents">
      <h2 id="incidents">{words.say('vigilance.incidents')}</h2>
      <div className="quality-tools">
        <label className="filter">
          <span>{words.say('vigilance.rule')}</span>
          <select className="input" value={rule ?? ''} onChange={event => go({ rule: event.target.value })}>
            <option value="">{words.say('vigilance.any')}</option>
            {rules.map(one => (
              <option key={one.rule} value={one.rule}>
                {words.pick(one.title)}
              </option>
            ))}
          </select>
        </label>
        <label className="filter">
          <span>{words.say('vigilance.show')}</span>
          <select className="input" value={all ? 'all' : ''} onChange={event => go({ show: event.target.value })}>
            <option value="">{words.say('vigilance.show.open')}</option>
            <option value="all">{words.say('vigilance.show.all')}</option>
          </select>
        </label>
      </div>
      <ListFrame
        query={query}
        lines={6}
        end={words.say('vigilance.incidents-count', { count: items.length })}
        empty={
          <PageState drawing="empty" title={words.say('vigilance.none-title')} small heading="h3">
            <p>{words.say(all ? 'vigilance.none-ever' : 'vigilance.none-text')}</p>
          </PageState>
        }
      >
        <table className="table-cards tasks" aria-label={words.say('vigilance.incidents')}>
          <thead>
            <tr>
              <th scope="col">{words.say('vigilance.incident')}</th>
              <th scope="col">{words.say('vigilance.severity')}</th>
              <th scope="col">{words.say('vigilance.actor')}</th>
              <th scope="col">{words.say('vigilance.when')}</th>
              <th scope="col">{words.say('vigilance.case')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(item => (
              <Row key={item.incident} item={item} />
            ))}
          </tbody>
        </table>
      </ListFrame>
    </section>
  )
}

function Row({ item }: { item: Incident }): ReactNode {
  const words = useWords()
  return (
    <tr>
      <th scope="row">
        <Link to={`/vigilance/${item.incident}`}>{words.pick(item.title)}</Link>
        {item.judgement === null ? null : (
          <span className="soft">{words.say(`vigilance.outcome.${item.judgement.outcome}`)}</span>
        )}
      </th>
      <td data-label={words.say('vigilance.severity')}>
        <Tag tone={severityTones[item.severity]}>{words.say(`vigilance.severity.${item.severity}`)}</Tag>
      </td>
      <td data-label={words.say('vigilance.actor')}>
        <code className="vigilance-id">{item.actor}</code>
      </td>
      <td data-label={words.say('vigilance.when')}>{words.moment(item.raised, { short: true })}</td>
      <td data-label={words.say('vigilance.case')}>
        {item.case === null ? '—' : <Link to={`/cases/${item.case.case}`}>{item.case.number}</Link>}
      </td>
    </tr>
  )
}
