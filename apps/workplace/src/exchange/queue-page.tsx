import { useInfiniteQuery } from '@tanstack/react-query'
import { discardMessage, listQueue, type QueuedMessage, replayMessage, replayMessages } from '@tereze/exchange/contract'
import { ask, useOrganisations, useSession } from '@tereze/ui-app'
import { Callout, PageState, Table, Tag, type Tone } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { ReasonDialog } from '../operator/reason-dialog.tsx'
import { itemsOf, ListFrame } from '../state/list-frame.tsx'
import { isMessageId } from '../words/messages.ts'
import { useWords } from '../words/words.ts'
import { diagnosisPath } from './diagnosis-path.ts'
import { ExchangePage } from './exchange-page.tsx'
import { outcomeWords } from './outcome-words.ts'
import { purposeWords } from './purpose-words.ts'
import { mayChange } from './tabs.ts'
import { exchangeKey, useCommand } from './use-command.ts'
import { useServices } from './use-services.ts'

const states = ['waiting', 'dead', 'answered', 'discarded'] as const
const tones: Readonly<Record<QueuedMessage['state'], Tone>> = {
  waiting: 'later',
  dead: 'no',
  answered: 'done',
  discarded: 'later',
}

type Deed = { readonly kind: 'replay' | 'discard'; readonly message: string } | { readonly kind: 'all' }

/** The queue at `/exchange/queue`: what is sent without waiting, what was given up and why; sent anew or given up for good, with a reason. */
export function QueuePage(): ReactNode {
  const words = useWords()
  const { organisation, roles } = useSession()
  const nameOf = useOrganisations()
  const services = useServices()
  const [params, setParams] = useSearchParams()
  const state = states.find(one => one === params.get('state'))
  const [deed, choose] = useState<Deed | null>(null)
  const [told, tell] = useState<number | null>(null)
  const query = useInfiniteQuery({
    queryKey: [exchangeKey, 'queue', organisation, state],
    queryFn: ({ pageParam, signal }) =>
      ask(
        listQueue,
        {
          organisation,
          limit: 50,
          ...(state === undefined ? {} : { state }),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
  const close = () => choose(null)
  const replay = useCommand(replayMessage, close)
  const discard = useCommand(discardMessage, close)
  const all = useCommand(replayMessages, ({ sent }) => {
    tell(sent)
    close()
  })
  const doing = deed?.kind === 'all' ? all : deed?.kind === 'discard' ? discard : replay
  const items = itemsOf(query)
  const changes = mayChange(roles)
  const hasDead = items.some(message => message.state === 'dead')
  const act = (reason: string) => {
    if (deed?.kind === 'all') all.mutate({ organisation, reason })
    if (deed?.kind === 'replay') replay.mutate({ organisation, message: deed.message, reason })
    if (deed?.kind === 'discard') discard.mutate({ organisation, message: deed.message, reason })
  }
  const start = (next: Deed) => {
    for (const mutation of [replay, discard, all]) mutation.reset()
    choose(next)
  }
  return (
    <ExchangePage tab="queue">
      <p>{words.say('exchange.queue.lead')}</p>
      <div className="exchange-tools">
        <label className="filter">
          <span>{words.say('exchange.filter')}</span>
          <select
            className="input"
            value={state ?? ''}
            onChange={event => setParams(event.target.value === '' ? {} : { state: event.target.value })}
          >
            <option value="">{words.say('exchange.all')}</option>
            {states.map(one => (
              <option key={one} value={one}>
                {words.say(`exchange.queue.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {changes && hasDead ? (
          <button type="button" className="button button-quiet" onClick={() => start({ kind: 'all' })}>
            {words.say('exchange.queue.replay-all')}
          </button>
        ) : null}
      </div>
      {told === null ? null : <Callout tone="done" title={words.say('exchange.queue.sent', { count: told })} live />}
      <ListFrame
        query={query}
        lines={10}
        empty={
          <PageState drawing="empty" title={words.say('exchange.queue.empty-title')} small>
            <p>{words.say('exchange.queue.empty-text')}</p>
          </PageState>
        }
        end={words.say('exchange.end', { count: items.length })}
      >
        <Table
          caption={words.say('exchange.tab.queue')}
          captionHidden
          columns={[
            { key: 'what', head: words.say('exchange.column.what') },
            { key: 'to', head: words.say('exchange.queue.to') },
            { key: 'why', head: words.say('exchange.column.why') },
            { key: 'when', head: words.say('exchange.queue.when') },
            { key: 'state', head: words.say('exchange.column.outcome') },
          ]}
          rows={items.map(message => ({
            key: message.message,
            cells: [
              <>
                {services.nameOf(message.contract)}
                {message.position === null ? null : (
                  <span className="source">{words.say('exchange.queue.place', { position: message.position })}</span>
                )}
              </>,
              nameOf(message.provider) || message.provider,
              purposeWords(message, words),
              <When key="when" message={message} />,
              <Stand
                key="stand"
                message={message}
                changes={changes}
                replay={() => start({ kind: 'replay', message: message.message })}
                discard={() => start({ kind: 'discard', message: message.message })}
              />,
            ],
          }))}
        />
      </ListFrame>
      {deed === null ? null : (
        <ReasonDialog
          title={words.say(`exchange.queue.${deed.kind}-title`)}
          action={words.say(deed.kind === 'discard' ? 'exchange.queue.discard' : 'exchange.queue.replay')}
          hint={words.say('exchange.reason-hint')}
          busy={doing.isPending}
          problem={doing.error?.problem ?? null}
          close={close}
          confirm={act}
        >
          <p>{words.say(`exchange.queue.${deed.kind}-text`)}</p>
        </ReasonDialog>
      )}
    </ExchangePage>
  )
}

function When({ message: { since, due, attempts, state } }: { message: QueuedMessage }): ReactNode {
  const words = useWords()
  return (
    <>
      <time dateTime={since}>{words.moment(since, { short: true, year: false })}</time>
      <span className="source">
        {words.say('exchange.queue.attempts', { count: attempts })}
        {state === 'waiting'
          ? ` · ${words.say('exchange.queue.next', { at: words.moment(due, { short: true, year: false }) })}`
          : ''}
      </span>
    </>
  )
}

function Stand(of: { message: QueuedMessage; changes: boolean; replay: () => void; discard: () => void }): ReactNode {
  const words = useWords()
  const { state, code, position, contract, purpose } = of.message
  const remedy = `exchange.remedy.${code}`
  return (
    <>
      <Tag tone={tones[state]}>{words.say(`exchange.queue.${state}`)}</Tag>
      {code === null ? null : (
        <p className="remedy">
          {outcomeWords(code, words)}. {words.say(isMessageId(remedy) ? remedy : 'exchange.remedy-unknown')}
        </p>
      )}
      {code === null || position !== null ? null : (
        <Link to={diagnosisPath({ contract, purpose })}>{words.say('exchange.diagnose')}</Link>
      )}
      {of.changes && state === 'dead' ? (
        <span className="exchange-deeds">
          <button type="button" className="button button-quiet button-small" onClick={of.replay}>
            {words.say('exchange.queue.replay')}
          </button>
          <button type="button" className="button button-quiet button-small" onClick={of.discard}>
            {words.say('exchange.queue.discard')}
          </button>
        </span>
      ) : null}
    </>
  )
}
