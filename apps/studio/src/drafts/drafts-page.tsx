import { useQuery } from '@tanstack/react-query'
import { listDrafts } from '@tereze/studio/contract'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'

/** The drafts of one's organisation at `/`. */
export function DraftsPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [typed, type] = useState('')
  const wanted = useDeferredValue(typed.trim())
  const query = useQuery({
    queryKey: ['studio', 'drafts', organisation, wanted],
    queryFn: ({ signal }) => ask(listDrafts, { organisation, ...(wanted === '' ? {} : { words: wanted }) }, { signal }),
    placeholderData: before => before,
  })
  const items = query.data?.items ?? []
  return (
    <Page title={words.say('drafts.title')} wide>
      <div className="drafts-head">
        <h1>{words.say('drafts.title')}</h1>
        <label className="drafts-search">
          <span className="hidden-text">{words.say('drafts.search')}</span>
          <input
            type="search"
            className="input"
            placeholder={words.say('drafts.search')}
            value={typed}
            onChange={event => type(event.target.value)}
          />
        </label>
      </div>
      {query.isPending ? <Waiting lines={6} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.isSuccess && items.length === 0 ? (
        <PageState drawing="empty" title={words.say(wanted === '' ? 'drafts.none' : 'drafts.none-found')} small>
          <p>{words.say(wanted === '' ? 'drafts.none-text' : 'drafts.none-found-text')}</p>
        </PageState>
      ) : null}
      <ul className="draft-cards">
        {items.map(card => (
          <li key={card.draft} className="pane">
            <h2>
              <Link to={`/drafts/${card.draft}`}>{words.pick(card.title)}</Link>
            </h2>
            <p className="soft">
              {words.say(`kind.${card.kind}`)}
              {' · '}
              {card.base === null ? words.say('drafts.new') : words.say('drafts.from', { version: card.base.version })}
            </p>
            <p className="soft">
              {words.say('drafts.saved', {
                moment: words.moment(card.savedAt, { year: false }),
                name: card.savedBy.name === null ? '' : words.name(card.savedBy.name),
              })}
            </p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
