import { useQuery } from '@tanstack/react-query'
import { listDrafts, removeDraft, returnDraft } from '@tereze/studio/contract'
import { ask, BusyButton, commandOf, Failure, Page, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'

const useCommand = commandOf('studio')

/** The drafts of one's organisation at `/`. */
export function DraftsPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [typed, type] = useState('')
  const [removed, showRemoved] = useState(false)
  const wanted = useDeferredValue(typed.trim())
  const query = useQuery({
    queryKey: ['studio', 'drafts', organisation, wanted, removed],
    queryFn: ({ signal }) =>
      ask(listDrafts, { organisation, removed, ...(wanted === '' ? {} : { words: wanted }) }, { signal }),
    // While one types, what was found before stays; removed drafts and present ones are never taken for each other.
    placeholderData: (before, query) => (query?.queryKey[4] === removed ? before : undefined),
  })
  const items = query.data?.items ?? []
  return (
    <Page title={words.say('drafts.title')} wide>
      <div className="drafts-head">
        <h1>{words.say('drafts.title')}</h1>
        <Link className="button" to="/begin">
          {words.say('begin.title')}
        </Link>
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
        <PageState
          drawing="empty"
          title={words.say(removed ? 'drafts.none-removed' : wanted === '' ? 'drafts.none' : 'drafts.none-found')}
          small
        >
          <p>
            {words.say(
              removed ? 'drafts.none-removed-text' : wanted === '' ? 'drafts.none-text' : 'drafts.none-found-text',
            )}
          </p>
        </PageState>
      ) : null}
      <ul className="draft-cards">
        {items.map(card => (
          <li key={card.draft} className="pane">
            <h2>
              {removed ? words.pick(card.title) : <Link to={`/drafts/${card.draft}`}>{words.pick(card.title)}</Link>}
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
            <RemoveButton draft={card.draft} gone={removed} />
          </li>
        ))}
      </ul>
      <p>
        <button
          type="button"
          className="button button-quiet button-small"
          aria-pressed={removed}
          onClick={() => showRemoved(!removed)}
        >
          {words.say(removed ? 'drafts.show-present' : 'drafts.show-removed')}
        </button>
      </p>
    </Page>
  )
}

/** Removes a draft, or returns a removed one: there is no question before, for there is a way back. */
function RemoveButton({ draft, gone }: { draft: string; gone: boolean }): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const command = useCommand(gone ? returnDraft : removeDraft)
  return (
    <>
      <BusyButton
        className="button button-plain"
        busy={command.isPending}
        onClick={() => command.mutate({ organisation, draft })}
      >
        {say(gone ? 'drafts.return' : 'drafts.remove')}
      </BusyButton>
      {command.error ? <RefusalNote problem={command.error.problem} /> : null}
    </>
  )
}
