import { useInfiniteQuery } from '@tanstack/react-query'
import { type LineMessage, listLineMessages } from '@tereze/exchange/contract'
import { ask, useOrganisations, useSession } from '@tereze/ui-app'
import { Icon, PageState, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { itemsOf, ListFrame } from '../state/list-frame.tsx'
import { useWords } from '../words/words.ts'
import { ExchangePage } from './exchange-page.tsx'
import { lineReasonWords } from './line-words.ts'

const kinds = ['open', 'wrong'] as const

/** What went over the lines to national exchanges at `/exchange/national`: what became of each message, and why. */
export function NationalPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const nameOf = useOrganisations()
  const [params, setParams] = useSearchParams()
  const only = kinds.find(kind => kind === params.get('only'))
  const query = useInfiniteQuery({
    queryKey: ['lines', organisation, only],
    queryFn: ({ pageParam, signal }) =>
      ask(
        listLineMessages,
        {
          organisation,
          limit: 50,
          ...(only === undefined ? {} : { only }),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
  const lines = itemsOf(query)
  return (
    <ExchangePage tab="national">
      <div className="inbox-tools">
        <label className="filter">
          <span>{words.say('exchange.filter')}</span>
          <select
            className="input"
            value={only ?? ''}
            onChange={event => setParams(event.target.value === '' ? {} : { only: event.target.value })}
          >
            <option value="">{words.say('lines.all')}</option>
            {kinds.map(kind => (
              <option key={kind} value={kind}>
                {words.say(`lines.${kind}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <h2 className="hidden-text">{words.say(only === undefined ? 'lines.all' : `lines.${only}`)}</h2>
      <ListFrame
        query={query}
        lines={12}
        empty={
          <PageState drawing="empty" title={words.say('lines.empty-title')} small>
            <p>{words.say('lines.empty-text')}</p>
          </PageState>
        }
        end={words.say('lines.end', { count: lines.length })}
      >
        <table className="table-cards tasks messages" aria-label={words.say('lines.title')}>
          <thead>
            <tr>
              <th scope="col">{words.say('lines.column.what')}</th>
              <th scope="col">{words.say('lines.column.with')}</th>
              <th scope="col">{words.say('lines.column.id')}</th>
              <th scope="col">{words.say('lines.column.time')}</th>
              <th scope="col">{words.say('lines.column.state')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <Line
                key={`${line.line} ${line.direction} ${line.id}`}
                line={line}
                whose={line.organisation === null ? words.say('lines.nobody') : nameOf(line.organisation)}
              />
            ))}
          </tbody>
        </table>
      </ListFrame>
    </ExchangePage>
  )
}

function Line({ line, whose }: { line: LineMessage; whose: string }): ReactNode {
  const words = useWords()
  const bad = line.state === 'broken' || line.state === 'refused'
  return (
    <tr className={bad ? 'urgency-late' : undefined}>
      <th scope="row">
        <span className="direction">
          <Icon name={line.direction === 'sent' ? 'arrow-right' : 'arrow-left'} />
          {words.say(`lines.${line.kind}.${line.direction}`)}
        </span>
        {line.contractTitle === undefined ? null : <span className="source">{words.pick(line.contractTitle)}</span>}
      </th>
      <td>{whose}</td>
      <td>
        <span className="soft">{line.line}</span> <code>{line.id}</code>
        {line.times > 1 ? <span className="source">{words.say('lines.times', { count: line.times })}</span> : null}
      </td>
      <td>
        <time dateTime={line.at}>{words.moment(line.at, { short: true, year: false })}</time>
      </td>
      <td>
        <Tag tone={bad ? 'no' : line.state === 'done' ? 'done' : 'moving'}>
          {words.say(`lines.state.${line.state}`)}
        </Tag>
        {line.reason === null ? null : <p className="remedy">{lineReasonWords(line.reason, words)}</p>}
        {line.detail === null ? null : <span className="source">{line.detail}</span>}
      </td>
    </tr>
  )
}
