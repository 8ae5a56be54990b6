import { useInfiniteQuery } from '@tanstack/react-query'
import { listMessages } from '@tereze/exchange/contract'
import type { Text } from '@tereze/operation'
import { ask, useOrganisations, useSession } from '@tereze/ui-app'
import { Icon, PageState, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { clauseWords } from '../case/clause.ts'
import { placesFor } from '../session/places.ts'
import { itemsOf, ListFrame } from '../state/list-frame.tsx'
import { isMessageId } from '../words/messages.ts'
import { useWords } from '../words/words.ts'
import { diagnosisPath } from './diagnosis-path.ts'
import { ExchangePage } from './exchange-page.tsx'
import { LogSearch, searchOf } from './log-search.tsx'
import { delivered, type LogLine, readable, readContract } from './outcome.ts'
import { outcomeWords } from './outcome-words.ts'
import { ProofPart } from './proof-part.tsx'

/** The exchange log at `/exchange`: what was asked of whom, and why it failed where it did. */
export function ExchangeLog(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const nameOf = useOrganisations()
  const [params, setParams] = useSearchParams()
  const outcome = params.get('outcome') ?? ''
  const search = searchOf(params)
  const query = useInfiniteQuery({
    queryKey: ['messages', organisation, search],
    queryFn: ({ pageParam, signal }) =>
      ask(
        listMessages,
        {
          organisation,
          limit: 50,
          ...search,
          ...(pageParam === null ? {} : { after: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
  const lines = itemsOf(query)
  return (
    <ExchangePage tab="log">
      <LogSearch params={params} look={setParams} />
      <h2 className="hidden-text">{outcome === '' ? words.say('exchange.all') : outcomeWords(outcome, words)}</h2>
      <ListFrame
        query={query}
        lines={12}
        empty={
          <PageState drawing="empty" title={words.say('exchange.empty-title')} small>
            <p>{words.say('exchange.empty-text')}</p>
          </PageState>
        }
        end={words.say('exchange.end', { count: lines.length })}
      >
        <table className="table-cards tasks messages" aria-label={words.say('exchange.title')}>
          <thead>
            <tr>
              <th scope="col">{words.say('exchange.column.what')}</th>
              <th scope="col">{words.say('exchange.column.with')}</th>
              <th scope="col">{words.say('exchange.column.why')}</th>
              <th scope="col">{words.say('exchange.column.time')}</th>
              <th scope="col">{words.say('exchange.column.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <Message key={`${line.message} ${line.direction}`} line={line} peer={nameOf(line.peer)} />
            ))}
          </tbody>
        </table>
      </ListFrame>
    </ExchangePage>
  )
}

function Message({ line, peer }: { line: LogLine; peer: string }): ReactNode {
  const words = useWords()
  const contract = readContract(line.contract)
  const opensCases = placesFor(useSession().roles).some(place => place.id === 'inbox')
  const failed = line.outcome !== delivered
  const remedy = `exchange.remedy.${line.outcome}`
  return (
    <tr className={failed ? 'urgency-late' : undefined}>
      <th scope="row">
        <Titled title={line.contractTitle} name={contract.what} />
        <span className="soft">{words.say('exchange.version', { version: contract.version })}</span>
      </th>
      <td>
        <span className="direction">
          <Icon name={line.direction === 'sent' ? 'arrow-right' : 'arrow-left'} />
          {words.say(`exchange.${line.direction}`, { peer })}
        </span>
      </td>
      <td>
        <Titled title={line.purposeTitle} name={readable(line.purpose)} />
        {line.ground === null ? null : <span className="source">{clauseWords(line.ground, words)}</span>}
        {line.case === null || !opensCases ? null : (
          <Link to={`/cases/${line.case}`} state={{ from: '/exchange' }}>
            {words.say('exchange.open-case')}
          </Link>
        )}
      </td>
      <td>
        <time dateTime={line.time}>{words.moment(line.time, { short: true, year: false })}</time>
      </td>
      <td>
        <Tag tone={failed ? 'no' : 'done'}>{outcomeWords(line.outcome, words)}</Tag>
        {failed ? (
          <p className="remedy">{words.say(isMessageId(remedy) ? remedy : 'exchange.remedy-unknown')}</p>
        ) : null}
        {failed && line.direction === 'sent' ? (
          <Link to={diagnosisPath(line)}>{words.say('exchange.diagnose')}</Link>
        ) : null}
        <ProofPart line={line} />
      </td>
    </tr>
  )
}

/** A title in the page's language; of what has none, its name, which is English. */
function Titled({ title, name }: { title: Text | null | undefined; name: string }): ReactNode {
  const words = useWords()
  return title ? <span>{words.pick(title)}</span> : <span lang="en">{name}</span>
}
