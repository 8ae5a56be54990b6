import { useInfiniteQuery } from '@tanstack/react-query'
import { type Import, listImportRows, type RegisterDescription } from '@tereze/registers/contract'
import { ask, BusyButton, Failure, useSession } from '@tereze/ui-app'
import { Tag } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../words/words.ts'
import { registersKey } from '../use-register.ts'
import { columnName } from './column-name.ts'

const outcomes = ['refused', 'new', 'changed', 'same'] as const
const tones = { refused: 'no', new: 'done', changed: 'you', same: 'later' } as const

/** What came, or would come, of each row of a load: refused ones with field, reason and way out. */
export function LoadRows({ described, shown }: { described: RegisterDescription; shown: Import }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>(shown.refused > 0 ? 'refused' : 'new')
  const query = useInfiniteQuery({
    queryKey: [registersKey, 'load-rows', organisation, shown.import, shown.state, outcome],
    queryFn: ({ pageParam, signal }) =>
      ask(
        listImportRows,
        { organisation, import: shown.import, outcome, limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
  const items = query.data?.pages.flatMap(page => page.items) ?? []
  return (
    <>
      <label className="filter">
        <span>{words.say('loads.rows')}</span>
        <select
          className="input"
          value={outcome}
          onChange={event => setOutcome(outcomes.find(one => one === event.target.value) ?? 'refused')}
        >
          {outcomes.map(one => (
            <option key={one} value={one}>
              {words.say(`loads.outcome.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess && items.length === 0 ? <p className="soft">{words.say('loads.no-rows')}</p> : null}
      {items.length === 0 ? null : (
        <table className="table-cards tasks" aria-label={words.say('loads.rows')}>
          <thead>
            <tr>
              <th scope="col">{words.say('loads.row')}</th>
              <th scope="col">{words.say('loads.outcome')}</th>
              <th scope="col">{words.say('loads.what')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ row, outcome: came, problems, fields }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                <td data-label={words.say('loads.outcome')}>
                  <Tag tone={tones[came]}>{words.say(`loads.outcome.${came}`)}</Tag>
                </td>
                <td data-label={words.say('loads.what')}>
                  {problems.length > 0 ? (
                    <ul className="plain">
                      {problems.map(({ pointer, column, code, says }) => (
                        <li key={`${pointer} ${code}`}>
                          {column === null ? null : <strong>{column}: </strong>}
                          {words.pick(says)}
                        </li>
                      ))}
                    </ul>
                  ) : (
                    fields.map(field => columnName(described, field, words)).join(', ')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {query.hasNextPage ? (
        <BusyButton
          className="button button-quiet"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {words.say(query.isFetchingNextPage ? 'inbox.loading-more' : 'inbox.more')}
        </BusyButton>
      ) : null}
    </>
  )
}
