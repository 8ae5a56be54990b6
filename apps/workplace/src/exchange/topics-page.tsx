import { useQuery } from '@tanstack/react-query'
import {
  type Followed,
  listSubscriptions,
  listTopics,
  type Subscription,
  subscribeTopic,
  type Topic,
  unsubscribeTopic,
} from '@tereze/exchange/contract'
import { ask, BusyButton, Failure, RefusalNote, useOrganisations, useSession, Waiting } from '@tereze/ui-app'
import { PageState, Table, Tag, type Tone } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { ExchangePage } from './exchange-page.tsx'
import { purposeWords } from './purpose-words.ts'
import { reasonWords } from './reason-words.ts'
import { SubscribeForm } from './subscribe-form.tsx'
import { mayChange } from './tabs.ts'
import { exchangeKey, useCommand } from './use-command.ts'

const tones: Readonly<Record<Subscription['state'] | Followed['state'], Tone>> = {
  asked: 'later',
  active: 'done',
  refused: 'no',
  stopped: 'no',
  ended: 'later',
}

/** Topics at `/exchange/topics`: what this organisation tells others and how far each is behind, and what it is told itself. */
export function TopicsPage(): ReactNode {
  const words = useWords()
  const { organisation, roles } = useSession()
  const published = useQuery({
    queryKey: [exchangeKey, 'topics', organisation],
    queryFn: ({ signal }) => ask(listTopics, { organisation }, { signal }),
  })
  const followed = useQuery({
    queryKey: [exchangeKey, 'followed', organisation],
    queryFn: ({ signal }) => ask(listSubscriptions, { organisation }, { signal }),
  })
  const changes = mayChange(roles)
  return (
    <ExchangePage tab="topics">
      <p>{words.say('exchange.topics.lead')}</p>
      <section aria-labelledby="published">
        <h2 id="published">{words.say('exchange.topics.published')}</h2>
        {published.isPending ? <Waiting lines={4} /> : null}
        {published.isError ? (
          <Failure problem={published.error.problem} again={() => void published.refetch()} small />
        ) : null}
        {published.data?.items.length === 0 ? (
          <PageState drawing="empty" title={words.say('exchange.topics.none-title')} small heading="h3">
            <p>{words.say('exchange.topics.none-text')}</p>
          </PageState>
        ) : null}
        {published.data?.items.map(topic => (
          <Published key={topic.topic} topic={topic} />
        ))}
      </section>
      <section aria-labelledby="followed">
        <h2 id="followed">{words.say('exchange.topics.followed')}</h2>
        {changes ? <SubscribeForm organisation={organisation} /> : null}
        {followed.isPending ? <Waiting lines={4} /> : null}
        {followed.isError ? (
          <Failure problem={followed.error.problem} again={() => void followed.refetch()} small />
        ) : null}
        {followed.data?.items.length === 0 ? (
          <PageState drawing="empty" title={words.say('exchange.topics.nothing-title')} small heading="h3">
            <p>{words.say('exchange.topics.nothing-text')}</p>
          </PageState>
        ) : null}
        {followed.data === undefined || followed.data.items.length === 0 ? null : (
          <FollowedTable items={followed.data.items} changes={changes} />
        )}
      </section>
    </ExchangePage>
  )
}

function Published({ topic }: { topic: Topic }): ReactNode {
  const words = useWords()
  const nameOf = useOrganisations()
  return (
    <div className="pane">
      <h3>{words.pick(topic.title)}</h3>
      <p className="soft">
        {words.say('exchange.topics.last', { last: topic.last, oldest: topic.oldest ?? topic.last })}
        {' · '}
        {topic.events.map(event => words.say(`exchange.topics.event.${event}`)).join(', ')}
      </p>
      {topic.subscribers.length === 0 ? (
        <p>{words.say('exchange.topics.nobody')}</p>
      ) : (
        <Table
          caption={words.say('exchange.topics.subscribers', { topic: words.pick(topic.title) })}
          captionHidden
          columns={[
            { key: 'who', head: words.say('exchange.topics.who') },
            { key: 'why', head: words.say('exchange.column.why') },
            { key: 'state', head: words.say('exchange.access.state') },
            { key: 'lag', head: words.say('exchange.topics.lag'), number: true },
            { key: 'trouble', head: words.say('exchange.topics.trouble') },
          ]}
          rows={topic.subscribers.map(one => ({
            key: `${one.consumer} ${one.purpose}`,
            cells: [
              nameOf(one.consumer) || one.consumer,
              purposeWords(one, words),
              <Tag key="state" tone={tones[one.state]}>
                {words.say(`exchange.topics.state.${one.state}`)}
              </Tag>,
              one.lag,
              <>
                {one.reason === null ? null : <span>{reasonWords(one.reason, words)}</span>}
                {one.trouble === null ? null : <span>{reasonWords(one.trouble, words)}</span>}
                {one.waiting + one.dead === 0 ? null : (
                  <span className="source">
                    {words.say('exchange.topics.open', { waiting: one.waiting, dead: one.dead })}
                  </span>
                )}
                {one.reason === null && one.trouble === null ? words.say('exchange.topics.well') : null}
              </>,
            ],
          }))}
        />
      )}
    </div>
  )
}

function FollowedTable({ items, changes }: { items: readonly Followed[]; changes: boolean }): ReactNode {
  const words = useWords()
  const nameOf = useOrganisations()
  const { organisation } = useSession()
  const leave = useCommand(unsubscribeTopic)
  const again = useCommand(subscribeTopic)
  const problem = leave.error?.problem ?? again.error?.problem ?? null
  return (
    <>
      {problem === null ? null : <RefusalNote problem={problem} />}
      <Table
        caption={words.say('exchange.topics.followed')}
        captionHidden
        columns={[
          { key: 'what', head: words.say('exchange.topics.topic') },
          { key: 'why', head: words.say('exchange.column.why') },
          { key: 'state', head: words.say('exchange.access.state') },
          { key: 'came', head: words.say('exchange.topics.came') },
          ...(changes ? [{ key: 'do', head: words.say('exchange.topics.do') }] : []),
        ]}
        rows={items.map(one => {
          const { topic, purpose, ground } = one
          const open = one.state === 'asked' || one.state === 'active'
          return {
            key: `${topic} ${purpose}`,
            cells: [
              <>
                {words.pick(one.title)}
                <span className="source">{nameOf(one.provider) || one.provider}</span>
              </>,
              purposeWords(one, words),
              <>
                <Tag tone={tones[one.state]}>{words.say(`exchange.topics.state.${one.state}`)}</Tag>
                {one.reason === null ? null : <p className="remedy">{reasonWords(one.reason, words)}</p>}
              </>,
              <>
                {words.say('exchange.topics.received', { count: one.received, last: one.last })}
                {one.lastAt === null ? null : (
                  <span className="source">{words.moment(one.lastAt, { short: true, year: false })}</span>
                )}
              </>,
              <BusyButton
                key="do"
                className="button button-quiet button-small"
                busy={leave.isPending || again.isPending}
                onClick={() =>
                  open
                    ? leave.mutate({ organisation, topic, purpose })
                    : again.mutate({ organisation, topic, purpose, ground })
                }
              >
                {words.say(open ? 'exchange.topics.leave' : 'exchange.topics.again')}
              </BusyButton>,
            ].slice(0, changes ? 5 : 4),
          }
        })}
      />
    </>
  )
}
