import { useQuery } from '@tanstack/react-query'
import { listLoads } from '@tereze/exchange/contract'
import type { Import, RegisterDescription } from '@tereze/registers/contract'
import { ask, Failure, useSession } from '@tereze/ui-app'
import { Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../../words/words.ts'
import { registersKey } from '../use-register.ts'

/** How often it is looked while something is told, and how long after a load it is waited that the telling begins; milliseconds. */
const look = 2_000
const begins = 30_000

/** Which topics tell others of what a load brought, how far each is, and which records it cannot tell of; nothing where nobody follows. */
export function ToldTopics({ described, shown }: { described: RegisterDescription; shown: Import }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [registersKey, 'told', organisation, shown.import],
    queryFn: ({ signal }) => ask(listLoads, { organisation, import: shown.import }, { signal }),
    refetchInterval: ({ state }) => {
      const items = state.data?.items ?? []
      const isFresh = items.length === 0 && Date.now() - Date.parse(shown.endedAt ?? '') < begins
      return isFresh || items.some(({ endedAt }) => endedAt === null) ? look : false
    },
  })
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section aria-label={words.say('loads.topics')}>
      <h4>{words.say('loads.topics')}</h4>
      <ul className="plain">
        {items.map(({ topic, title, total, looked, told, unfit, unfitRecords, endedAt }) => {
          const state = endedAt === null ? 'telling' : 'told'
          return (
            <li key={topic}>
              <strong>{words.pick(title)}</strong>{' '}
              <Tag tone={endedAt === null ? 'later' : 'done'}>{words.say(`loads.topic.${state}`)}</Tag>
              <p className="soft" aria-live="polite">
                {words.say('loads.topic.progress', { looked, total, told })}
              </p>
              {endedAt === null ? (
                <progress value={looked} max={Math.max(total, 1)} aria-label={words.say('loads.topic.how-far')} />
              ) : null}
              {unfit === 0 ? null : (
                <p className="note" role="alert">
                  {words.say('loads.topic.unfit', { count: unfit })}{' '}
                  {unfitRecords.map((record, place) => (
                    <span key={record}>
                      {place === 0 ? '' : ', '}
                      <Link to={`/registers/${described.register}/records/${record}`}>{record}</Link>
                    </span>
                  ))}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
