import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type BatchCard, getBatch, listBatches, stopBatch } from '@tereze/cases/contract'
import { ask, Failure, useSession, Waiting } from '@tereze/ui-app'
import { PageState, Pane, Tag, type Tone } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useWords } from '../words/words.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { operating, useDeed } from './use-deed.ts'

const tones: Readonly<Record<BatchCard['status'], Tone>> = { running: 'moving', stopped: 'no', ended: 'done' }
const often = 1_500

/** What is being done to many cases at once, and was: how far it is, what was refused and why. */
export function BatchesTab(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [params] = useSearchParams()
  const [stopping, setStopping] = useState<BatchCard | null>(null)
  const stop = useDeed(stopBatch)
  const query = useInfiniteQuery({
    queryKey: [operating, 'batches', organisation],
    queryFn: ({ pageParam, signal }) =>
      ask(listBatches, { organisation, ...(pageParam === null ? {} : { after: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(page => page.items.some(({ status }) => status === 'running')) ? often : false,
  })
  if (query.isPending) return <Waiting lines={8} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  const items = query.data.pages.flatMap(page => page.items)
  if (items.length === 0) {
    return (
      <PageState drawing="empty" title={words.say('operator.batches.empty-title')} small heading="h3">
        <p>{words.say('operator.batches.empty-text')}</p>
      </PageState>
    )
  }
  return (
    <div className="operator-batches">
      {items.map(card => (
        <Batch key={card.batch} card={card} open={params.get('batch') === card.batch} stop={() => setStopping(card)} />
      ))}
      {query.hasNextPage ? (
        <button type="button" className="button button-quiet" onClick={() => void query.fetchNextPage()}>
          {words.say('inbox.more')}
        </button>
      ) : null}
      {stopping === null ? null : (
        <ReasonDialog
          title={words.say('operator.stop')}
          action={words.say('operator.stop')}
          busy={stop.isPending}
          problem={stop.error?.problem ?? null}
          close={() => {
            setStopping(null)
            stop.reset()
          }}
          confirm={reason =>
            stop.mutate({ organisation, batch: stopping.batch, reason }, { onSuccess: () => setStopping(null) })
          }
        >
          <p>{words.say('operator.stop-text')}</p>
        </ReasonDialog>
      )}
    </div>
  )
}

function Batch({ card, open, stop }: { card: BatchCard; open: boolean; stop: () => void }): ReactNode {
  const words = useWords()
  const over = card.done + card.refused + card.failed
  return (
    <Pane>
      <h3>{words.pick(card.text)}</h3>
      <p className="soft">
        {words.moment(card.startedAt, { short: true })} · {card.reason}
      </p>
      <progress
        className="operator-progress"
        value={over}
        max={Math.max(card.total, 1)}
        aria-label={words.say('operator.progress')}
      />
      <p className="operator-counts" role="status">
        <Tag tone={tones[card.status]}>{words.say(`operator.batch.${card.status}`)}</Tag>{' '}
        {words.say('operator.batch.counts', { done: card.done, total: card.total })}
        {card.refused > 0 ? ` · ${words.say('operator.batch.refused', { count: card.refused })}` : ''}
        {card.failed > 0 ? ` · ${words.say('operator.batch.failed', { count: card.failed })}` : ''}
      </p>
      {card.refused > 0 ? <Outcomes card={card} state="refused" open={open} /> : null}
      {card.failed > 0 ? <Outcomes card={card} state="failed" open={open} /> : null}
      {card.status === 'running' ? (
        <button type="button" className="button button-quiet button-small" onClick={stop}>
          {words.say('operator.stop')}
        </button>
      ) : null}
    </Pane>
  )
}

function Outcomes({ card, state, open }: { card: BatchCard; state: 'refused' | 'failed'; open: boolean }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [shown, show] = useState(open)
  const query = useQuery({
    queryKey: [operating, 'batch', organisation, card.batch, state, card[state]],
    queryFn: ({ signal }) => ask(getBatch, { organisation, batch: card.batch, state, limit: 100 }, { signal }),
    enabled: shown,
  })
  return (
    <details open={shown} onToggle={event => show(event.currentTarget.open)}>
      <summary>{words.say(`operator.batch.which-${state}`)}</summary>
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      <ul>
        {query.data?.items.map(item => (
          <li key={item.ordinal}>
            <Link to={`/operations/cases/${item.case}`} className="number">
              {item.number}
            </Link>
            {item.text === null ? '' : `: ${words.pick(item.text)}`}
          </li>
        ))}
      </ul>
      {query.data?.next ? <p className="soft">{words.say('operator.batch.and-more')}</p> : null}
    </details>
  )
}
