import { useQuery } from '@tanstack/react-query'
import { listQueues } from '@tereze/cases/contract'
import { ask, Failure, useSession, Waiting } from '@tereze/ui-app'
import { PageState, Table, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { operating } from './use-deed.ts'

/** Events that may be unannounced before somebody should look: a second's worth of a busy platform. */
const manyEvents = 100

/** Work that waits: how much, how long, how often it was tried; and how far events are behind. */
export function QueuesTab(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [operating, 'queues', organisation],
    queryFn: ({ signal }) => ask(listQueues, { organisation }, { signal }),
    refetchInterval: 10_000,
  })
  if (query.isPending) return <Waiting lines={6} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  const { queues, unannounced, stuck, at } = query.data
  return (
    <>
      {queues.length === 0 ? (
        <PageState drawing="empty" title={words.say('operator.queues.empty-title')} small heading="h3">
          <p>{words.say('operator.queues.empty-text')}</p>
        </PageState>
      ) : (
        <div className="operator-queues">
          <Table
            caption={words.say('operator.tab.queues')}
            captionHidden
            columns={[
              { key: 'what', head: words.say('operator.column.queue') },
              { key: 'waiting', head: words.say('operator.column.waiting'), number: true },
              { key: 'due', head: words.say('operator.column.due'), number: true },
              { key: 'oldest', head: words.say('operator.column.oldest') },
              { key: 'attempts', head: words.say('operator.column.attempts'), number: true },
            ]}
            rows={queues.map(queue => ({
              key: queue.kind,
              cells: [
                words.pick(queue.title),
                queue.waiting,
                queue.due,
                queue.oldest === null ? words.say('operator.nothing-due') : words.moment(queue.oldest, { short: true }),
                queue.attempts,
              ],
            }))}
          />
        </div>
      )}
      <p className="operator-lag">
        <Tag tone={unannounced > manyEvents ? 'you' : 'done'}>
          {words.say('operator.events', { count: unannounced })}
        </Tag>{' '}
        {stuck > 0 ? <Tag tone="no">{words.say('operator.stuck', { count: stuck })}</Tag> : null}
      </p>
      <p className="soft">{words.say('operator.as-of', { moment: words.moment(at, { short: true }) })}</p>
    </>
  )
}
