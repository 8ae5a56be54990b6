import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { QueryProblem } from '@tereze/ui-app'
import { BusyButton, Failure, RefusalNote, Waiting } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

/** A list that is asked for page by page. */
export type Pages<Item> = UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Item[] }>, QueryProblem>

/** What has been read of a list so far. */
export function itemsOf<Item>(query: Pages<Item>): readonly Item[] {
  return query.data?.pages.flatMap(page => page.items) ?? []
}

/** The frame of a list: that it is waited for, why it cannot be read, that there is nothing; else its rows, and more of them. */
export function ListFrame<Item>(of: {
  query: Pages<Item>
  /** Lines that stand for the rows while they are waited for. */
  lines: number
  empty: ReactNode
  /** Said below the last row, e.g. how many there are. */
  end: string
  children: ReactNode
}): ReactNode {
  const { say } = useWords()
  const { query } = of
  const none = itemsOf(query).length === 0
  return (
    <>
      {query.isPending ? <Waiting lines={of.lines} /> : null}
      {query.isError && none ? (
        <Failure problem={query.error.problem} again={() => void query.refetch()} small />
      ) : null}
      {query.isSuccess && none ? of.empty : null}
      {none ? null : (
        <div className={query.isPlaceholderData ? 'fading' : undefined}>
          {of.children}
          <div className="table-foot">
            {query.hasNextPage ? (
              <BusyButton
                className="button button-quiet"
                busy={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {say(query.isFetchingNextPage ? 'inbox.loading-more' : 'inbox.more')}
              </BusyButton>
            ) : (
              <p className="soft">{of.end}</p>
            )}
            {query.isFetchNextPageError ? <RefusalNote problem={query.error.problem} /> : null}
          </div>
        </div>
      )}
    </>
  )
}
