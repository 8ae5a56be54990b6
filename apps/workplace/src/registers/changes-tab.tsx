import { useInfiniteQuery } from '@tanstack/react-query'
import { type ChangeState, listChanges, type RegisterDescription } from '@tereze/registers/contract'
import { ask, useSession } from '@tereze/ui-app'
import { PageState, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { itemsOf, ListFrame } from '../state/list-frame.tsx'
import { useWords } from '../words/words.ts'
import { registersKey } from './use-register.ts'

const states: readonly ChangeState[] = ['waiting', 'approved', 'refused', 'withdrawn']
/** How a state of a change looks. */
export const changeTones = { waiting: 'you', approved: 'done', refused: 'no', withdrawn: 'later' } as const

/** Changes asked for in a register; those that wait unless another state is chosen. */
export function ChangesTab({ described }: { described: RegisterDescription }): ReactNode {
  const words = useWords()
  const { organisation, id } = useSession()
  const [params, setParams] = useSearchParams()
  const state = states.find(one => one === params.get('state')) ?? 'waiting'
  const query = useInfiniteQuery({
    queryKey: [registersKey, 'changes', described.register, state],
    queryFn: ({ pageParam, signal }) =>
      ask(
        listChanges,
        {
          organisation,
          register: described.register,
          state,
          limit: 50,
          ...(pageParam === null ? {} : { after: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
  const items = itemsOf(query)
  return (
    <>
      <label className="filter">
        <span>{words.say('registers.state')}</span>
        <select className="input" value={state} onChange={event => setParams({ state: event.target.value })}>
          {states.map(one => (
            <option key={one} value={one}>
              {words.say(`registers.state.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <ListFrame
        query={query}
        lines={6}
        end={words.say('registers.found', { count: items.length })}
        empty={
          <PageState drawing="empty" title={words.say('registers.no-changes-title')} small>
            <p>{words.say('registers.no-changes-text')}</p>
          </PageState>
        }
      >
        <table className="table-cards tasks" aria-label={words.say('registers.tab.changes')}>
          <thead>
            <tr>
              <th scope="col">{words.say('registers.reason')}</th>
              <th scope="col">{words.say('registers.asked')}</th>
              <th scope="col">{words.say('registers.state')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(change => (
              <tr key={change.change}>
                <th scope="row">
                  <Link to={`/registers/${described.register}/changes/${change.change}`}>{change.reason}</Link>
                  {change.record === null ? <span className="soft">{words.say('registers.new-record')}</span> : null}
                </th>
                <td data-label={words.say('registers.asked')}>
                  {words.moment(change.askedAt, { short: true })}
                  {change.askedBy === id ? <span className="soft"> · {words.say('registers.by-you')}</span> : null}
                </td>
                <td data-label={words.say('registers.state')}>
                  <Tag tone={changeTones[change.state]}>{words.say(`registers.state.${change.state}`)}</Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ListFrame>
    </>
  )
}
