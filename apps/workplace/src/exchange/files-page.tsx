import { useInfiniteQuery } from '@tanstack/react-query'
import { type FileLine, listFiles } from '@tereze/exchange/contract'
import { ask, useOrganisations, useSession } from '@tereze/ui-app'
import { Icon, PageState, shownSize, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { itemsOf, ListFrame } from '../state/list-frame.tsx'
import { useWords } from '../words/words.ts'
import { ExchangePage } from './exchange-page.tsx'

const directions = ['received', 'sent'] as const
/** Reasons that have words of their own; any other is a code of the receiver. */
const reasons = ['altered', 'type-differs', 'virus'] as const

/** The files of messages at `/exchange/files`: how far each is, why one was not let through, and the file itself for those who may open it. */
export function FilesPage(): ReactNode {
  const words = useWords()
  const { organisation, roles } = useSession()
  const nameOf = useOrganisations()
  const [params, setParams] = useSearchParams()
  const direction = directions.find(one => one === params.get('direction'))
  const query = useInfiniteQuery({
    queryKey: ['files', organisation, direction],
    queryFn: ({ pageParam, signal }) =>
      ask(
        listFiles,
        {
          organisation,
          limit: 50,
          ...(direction === undefined ? {} : { direction }),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
  const files = itemsOf(query)
  return (
    <ExchangePage tab="files">
      <div className="inbox-tools">
        <label className="filter">
          <span>{words.say('exchange.filter')}</span>
          <select
            className="input"
            value={direction ?? ''}
            onChange={event => setParams(event.target.value === '' ? {} : { direction: event.target.value })}
          >
            <option value="">{words.say('files.all')}</option>
            {directions.map(one => (
              <option key={one} value={one}>
                {words.say(`files.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <h2 className="hidden-text">{words.say(direction === undefined ? 'files.all' : `files.${direction}`)}</h2>
      <ListFrame
        query={query}
        lines={12}
        empty={
          <PageState drawing="empty" title={words.say('files.empty-title')} small>
            <p>{words.say('files.empty-text')}</p>
          </PageState>
        }
        end={words.say('files.end', { count: files.length })}
      >
        <table className="table-cards tasks messages" aria-label={words.say('files.title')}>
          <thead>
            <tr>
              <th scope="col">{words.say('files.column.what')}</th>
              <th scope="col">{words.say('files.column.with')}</th>
              <th scope="col">{words.say('files.column.why')}</th>
              <th scope="col">{words.say('files.column.time')}</th>
              <th scope="col">{words.say('files.column.state')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(file => (
              <Line
                key={file.file}
                file={file}
                peer={nameOf(file.peer)}
                href={roles.includes('head') ? `/exchange/v1/files/${organisation}/${file.file}` : null}
              />
            ))}
          </tbody>
        </table>
      </ListFrame>
    </ExchangePage>
  )
}

function Line({ file, peer, href }: { file: FileLine; peer: string; href: string | null }): ReactNode {
  const words = useWords()
  const { unit, value } = shownSize(file.size)
  const isWhole = file.state === 'ready' || file.state === 'delivered'
  return (
    <tr className={file.state === 'refused' ? 'urgency-late' : undefined}>
      <th scope="row">
        {isWhole && href !== null ? (
          <a href={href} download aria-label={words.say('files.download', { name: file.name })}>
            {file.name}
          </a>
        ) : (
          file.name
        )}
        <span className="source">
          {words.say(`files.units.${unit}`, { value })} · {file.mediaType}
        </span>
      </th>
      <td>
        <span className="direction">
          <Icon name={file.direction === 'sent' ? 'arrow-right' : 'arrow-left'} />
          {words.say(file.direction === 'sent' ? 'files.to' : 'files.from')} {peer}
        </span>
        {file.answer ? <span className="source">{words.say('files.with-answer')}</span> : null}
      </td>
      <td>{file.purposeTitle === undefined ? file.purpose : words.pick(file.purposeTitle)}</td>
      <td>
        <time dateTime={file.since}>{words.moment(file.since, { short: true, year: false })}</time>
        {file.state === 'expired' ? null : (
          <span className="source">
            {words.say('files.kept-until', { day: words.moment(file.until, { short: true, year: true }) })}
          </span>
        )}
      </td>
      <td>
        <Tag tone={file.state === 'refused' ? 'no' : isWhole ? 'done' : file.state === 'expired' ? 'later' : 'moving'}>
          {words.say(`files.state.${file.state}`)}
        </Tag>
        <State file={file} />
      </td>
    </tr>
  )
}

function State({ file: { state, reason, kept, parts, virusCheck } }: { file: FileLine }): ReactNode {
  const words = useWords()
  if (state === 'uploading') return <span className="source">{words.say('files.parts', { kept, parts })}</span>
  if (reason !== null) {
    const known = reasons.find(one => one === reason)
    return (
      <p className="remedy">
        {known === undefined ? words.say('files.reason.other', { code: reason }) : words.say(`files.reason.${known}`)}
      </p>
    )
  }
  return virusCheck === 'unchecked' ? <span className="source">{words.say('files.unchecked')}</span> : null
}
