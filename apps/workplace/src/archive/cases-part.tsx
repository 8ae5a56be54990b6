import { useInfiniteQuery } from '@tanstack/react-query'
import { type ArchivedCase, draftDestruction, listArchive } from '@tereze/cases/contract'
import { ask, BusyButton, Failure, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { Callout, PageState, Table, Tag } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { readKeep } from './read-keep.ts'
import { archiveKey, useCommand } from './use-command.ts'

/** Closed cases with their archive terms; those whose term is over are chosen for an act of destruction. */
export function CasesPart({ mayDraft }: { mayDraft: boolean }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [due, setDue] = useState(true)
  const [chosen, choose] = useState<readonly string[]>([])
  const query = useInfiniteQuery({
    queryKey: [archiveKey, 'cases', organisation, due],
    queryFn: ({ signal, pageParam }) =>
      ask(listArchive, { organisation, due, ...(pageParam === '' ? {} : { after: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: page => page.next,
  })
  const draft = useCommand(draftDestruction, () => choose([]))
  const items = query.data?.pages.flatMap(page => page.items) ?? []
  const free = items.filter(one => one.due && one.destruction === null).map(one => one.case)
  const toggle = (id: string, on: boolean) => choose(on ? [...chosen, id] : chosen.filter(one => one !== id))
  return (
    <section aria-labelledby="archive-cases">
      <h2 id="archive-cases">{words.say('archive.cases')}</h2>
      <label className="archive-check">
        <input
          type="checkbox"
          checked={due}
          onChange={event => {
            setDue(event.currentTarget.checked)
            choose([])
          }}
        />
        <span>{words.say('archive.only-due')}</span>
      </label>
      {query.isPending ? <Waiting lines={5} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess && items.length === 0 ? (
        <PageState drawing="empty" title={words.say('archive.none-title')} small heading="h3">
          <p>{words.say(due ? 'archive.none-due' : 'archive.none-closed')}</p>
        </PageState>
      ) : null}
      {items.length === 0 ? null : (
        <Table
          caption={words.say('archive.cases')}
          captionHidden
          columns={[
            { key: 'case', head: words.say('archive.case') },
            { key: 'kind', head: words.say('archive.kind') },
            { key: 'closed', head: words.say('archive.closed') },
            { key: 'until', head: words.say('archive.kept-until') },
          ]}
          rows={items.map(one => ({
            key: one.case,
            cells: [
              <Chosen
                key="case"
                of={one}
                may={mayDraft && free.includes(one.case)}
                on={chosen.includes(one.case)}
                toggle={toggle}
              />,
              <Kind key="kind" of={one} />,
              words.day(one.closed),
              <Until key="until" of={one} />,
            ],
          }))}
        />
      )}
      {query.hasNextPage ? (
        <BusyButton
          className="button button-quiet"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {words.say('archive.more')}
        </BusyButton>
      ) : null}
      {mayDraft && free.length > 0 ? (
        <p className="actions">
          <button type="button" className="button button-quiet" onClick={() => choose(free.slice(0, 500))}>
            {words.say('archive.choose-all', { count: free.length })}
          </button>
          <BusyButton
            className="button"
            busy={draft.isPending}
            disabled={chosen.length === 0}
            onClick={() => draft.mutate({ organisation, cases: [...chosen] })}
          >
            {words.say('archive.draft', { count: chosen.length })}
          </BusyButton>
        </p>
      ) : null}
      {draft.error ? <RefusalNote problem={draft.error.problem} /> : null}
      {draft.isSuccess ? <Callout tone="done" title={words.say('archive.drafted')} live /> : null}
    </section>
  )
}

function Chosen(of: {
  of: ArchivedCase
  may: boolean
  on: boolean
  toggle: (id: string, on: boolean) => void
}): ReactNode {
  const words = useWords()
  const { number, serviceTitle } = of.of
  const title = (
    <span>
      {number}
      <span className="source">{words.pick(serviceTitle)}</span>
    </span>
  )
  if (!of.may) return title
  return (
    <label className="archive-check">
      <input type="checkbox" checked={of.on} onChange={event => of.toggle(of.of.case, event.currentTarget.checked)} />
      {title}
    </label>
  )
}

function Kind({ of: { kind } }: { of: ArchivedCase }): ReactNode {
  const words = useWords()
  if (kind === null) return words.say('archive.no-kind')
  const { unit, count } = readKeep(kind.keep)
  return (
    <>
      {kind.index} {words.pick(kind.title)}
      <span className="source">
        {words.say(`archive.${unit}`, { count })} · {words.pick(kind.sourceText)}
      </span>
    </>
  )
}

function Until({ of: { keptUntil, due, destruction } }: { of: ArchivedCase }): ReactNode {
  const words = useWords()
  if (keptUntil === null) return words.say('archive.for-ever')
  const state = destruction === null ? (due ? 'over' : 'kept') : 'in-act'
  return (
    <>
      {words.day(keptUntil)}{' '}
      <Tag tone={state === 'over' ? 'you' : state === 'in-act' ? 'moving' : 'later'}>
        {words.say(`archive.state.${state}`)}
      </Tag>
    </>
  )
}
