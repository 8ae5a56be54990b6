import { useInfiniteQuery } from '@tanstack/react-query'
import { listSealUses, type SealShown, type SealUse } from '@tereze/signatures/contract'
import { ask, BusyButton, Failure, useSession, Waiting } from '@tereze/ui-app'
import { Table } from '@tereze/ui-components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'
import { mayOpenDocuments } from './may-open-documents.ts'
import { sealsKey } from './use-command.ts'
import { UsesCount } from './uses-count.tsx'

/** What a seal signed, the latest first: searched, page by page, with a link for those who may see it. */
export function UsesPart({ seal, close }: { seal: SealShown; close: () => void }): ReactNode {
  const words = useWords()
  const { organisation, roles } = useSession()
  const [search, setSearch] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const { serial } = seal
  // Whoever opened it by a button in the table is led to where it opened.
  useEffect(() => {
    if (serial !== '') heading.current?.focus()
  }, [serial])
  const query = useInfiniteQuery({
    queryKey: [sealsKey, 'uses', organisation, serial, search],
    queryFn: ({ pageParam, signal }) =>
      ask(
        listSealUses,
        { organisation, serial, search, ...(pageParam === null ? {} : { after: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
    placeholderData: before => before,
  })
  const items = query.data?.pages.flatMap(page => page.items) ?? []
  const thing = ({ kind, subject, number, title }: SealUse) => (
    <>
      {mayOpenDocuments(roles) ? (
        <a href={`/documents/${subject}/file.pdf`} target="_blank" rel="noreferrer">
          {words.pick(title)}
        </a>
      ) : (
        words.pick(title)
      )}
      <span className="source seals-print">{words.say('seals.serial', { serial: number })}</span>
      <span className="source">{words.say(`seals.use-kind.${kind}`)}</span>
    </>
  )
  return (
    <section aria-labelledby="seals-uses" className="seals-uses">
      <h3 id="seals-uses" tabIndex={-1} ref={heading}>
        {words.say('seals.uses-title', { serial })}
      </h3>
      <p>
        <UsesCount of={seal.uses} />
      </p>
      <label className="field seals-search">
        <span>{words.say('seals.uses-search')}</span>
        <input className="input" type="search" value={search} onChange={event => setSearch(event.target.value)} />
      </label>
      {query.isPending ? <Waiting lines={3} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess && items.length === 0 ? (
        <p role="status">{words.say(search === '' ? 'seals.uses-none' : 'seals.found-none')}</p>
      ) : null}
      {items.length === 0 ? null : (
        <Table
          caption={words.say('seals.uses-title', { serial })}
          captionHidden
          columns={[
            { key: 'thing', head: words.say('seals.uses-thing') },
            { key: 'when', head: words.say('seals.uses-when') },
            { key: 'times', head: words.say('seals.uses-times') },
          ]}
          rows={items.map(use => ({
            key: `${use.kind} ${use.subject}`,
            cells: [thing(use), words.moment(use.lastAt), String(use.times)],
          }))}
        />
      )}
      <p className="seals-deeds">
        {query.hasNextPage ? (
          <BusyButton
            className="button button-quiet button-small"
            busy={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {words.say('inbox.more')}
          </BusyButton>
        ) : null}
        <button type="button" className="button button-quiet button-small" onClick={close}>
          {words.say('seals.uses-close')}
        </button>
      </p>
    </section>
  )
}
