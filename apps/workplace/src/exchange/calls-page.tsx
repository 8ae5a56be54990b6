import { useInfiniteQuery } from '@tanstack/react-query'
import { listOutsideCalls, type OutsideCall } from '@tereze/exchange/contract'
import { ask, useOrganisations, useSession } from '@tereze/ui-app'
import { PageState, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { itemsOf, ListFrame } from '../state/list-frame.tsx'
import { useWords } from '../words/words.ts'
import { callReasonWords } from './call-words.ts'
import { ExchangePage } from './exchange-page.tsx'

const kinds = ['open', 'late'] as const

/** What the exchange asked of the organisation's own systems at `/exchange/calls`: how each stands, why there is no answer, and the proof of X-Road. */
export function CallsPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const nameOf = useOrganisations()
  const [params, setParams] = useSearchParams()
  const only = kinds.find(kind => kind === params.get('only'))
  const query = useInfiniteQuery({
    queryKey: ['calls', organisation, only],
    queryFn: ({ pageParam, signal }) =>
      ask(
        listOutsideCalls,
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
  const calls = itemsOf(query)
  return (
    <ExchangePage tab="calls">
      <div className="inbox-tools">
        <label className="filter">
          <span>{words.say('exchange.filter')}</span>
          <select
            className="input"
            value={only ?? ''}
            onChange={event => setParams(event.target.value === '' ? {} : { only: event.target.value })}
          >
            <option value="">{words.say('calls.all')}</option>
            {kinds.map(kind => (
              <option key={kind} value={kind}>
                {words.say(`calls.${kind}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <h2 className="hidden-text">{words.say(only === undefined ? 'calls.all' : `calls.${only}`)}</h2>
      <ListFrame
        query={query}
        lines={12}
        empty={
          <PageState drawing="empty" title={words.say('calls.empty-title')} small>
            <p>{words.say('calls.empty-text')}</p>
          </PageState>
        }
        end={words.say('calls.end', { count: calls.length })}
      >
        <table className="table-cards tasks messages" aria-label={words.say('calls.title')}>
          <thead>
            <tr>
              <th scope="col">{words.say('calls.column.what')}</th>
              <th scope="col">{words.say('calls.column.for')}</th>
              <th scope="col">{words.say('calls.column.when')}</th>
              <th scope="col">{words.say('calls.column.state')}</th>
            </tr>
          </thead>
          <tbody>
            {calls.map(call => (
              <Line key={call.message} call={call} consumer={nameOf(call.consumer)} />
            ))}
          </tbody>
        </table>
      </ListFrame>
    </ExchangePage>
  )
}

function Line({ call, consumer }: { call: OutsideCall; consumer: string }): ReactNode {
  const words = useWords()
  const moment = (instant: string) => words.moment(instant, { short: true, year: false })
  const over = call.state === 'served' || call.state === 'answered'
  const bad = call.state === 'refused' || (call.late && !over)
  return (
    <tr className={bad ? 'urgency-late' : undefined}>
      <th scope="row">
        {call.contractTitle === undefined ? call.contract : words.pick(call.contractTitle)}
        {call.contractTitle === undefined ? null : <span className="source">{call.contract}</span>}
        <span className="source">
          <code>{call.message}</code>
        </span>
      </th>
      <td>{consumer}</td>
      <td>
        <time dateTime={call.asked}>{moment(call.asked)}</time>
        <span className="source">{words.say('calls.until', { at: moment(call.term) })}</span>
      </td>
      <td>
        <Tag tone={bad ? 'no' : over ? 'done' : 'moving'}>{words.say(`calls.state.${call.state}`)}</Tag>
        {call.late ? <span className="source">{words.say('calls.late-tag')}</span> : null}
        {call.attempts > 1 ? (
          <span className="source">{words.say('calls.attempts', { count: call.attempts })}</span>
        ) : null}
        {call.reason === null ? null : <p className="remedy">{callReasonWords(call.reason, words)}</p>}
        {call.detail === null || call.detail === '' ? null : (
          <span className="source">{words.say('calls.detail', { detail: call.detail })}</span>
        )}
        <Proof call={call} />
      </td>
    </tr>
  )
}

/** What the X-Road security server says of its answer. */
function Proof({ call: { evidence } }: { call: OutsideCall }): ReactNode {
  const words = useWords()
  if (evidence === null) return null
  const { requestHash, requestId } = evidence
  return (
    <details>
      <summary>{words.say('calls.proof')}</summary>
      <dl>
        {requestHash === null ? null : (
          <div>
            <dt>{words.say('calls.proof.hash')}</dt>
            <dd>
              <code>{requestHash}</code>
            </dd>
          </div>
        )}
        {requestId === null ? null : (
          <div>
            <dt>{words.say('calls.proof.id')}</dt>
            <dd>
              <code>{requestId}</code>
            </dd>
          </div>
        )}
      </dl>
    </details>
  )
}
