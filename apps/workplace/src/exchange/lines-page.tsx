import { useQuery } from '@tanstack/react-query'
import { listPauses, listPeers, type Peer, pauseService, resumeService } from '@tereze/exchange/contract'
import { ask, BusyButton, Failure, RefusalNote, useOrganisations, useSession, Waiting } from '@tereze/ui-app'
import { PageState, Table, Tag } from '@tereze/ui-components'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { ExchangePage } from './exchange-page.tsx'
import { outcomeWords } from './outcome-words.ts'
import { exchangeKey, useCommand } from './use-command.ts'
import { useServices } from './use-services.ts'

/** Links at `/exchange/lines`: what is closed for maintenance, and the other installations with how the line to each member stands. */
export function LinesPage(): ReactNode {
  return (
    <ExchangePage tab="lines">
      <Maintenance />
      <Installations />
    </ExchangePage>
  )
}

function Maintenance(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const { services, nameOf } = useServices()
  const query = useQuery({
    queryKey: [exchangeKey, 'pauses', organisation],
    queryFn: ({ signal }) => ask(listPauses, { organisation }, { signal }),
  })
  const pause = useCommand(pauseService)
  const resume = useCommand(resumeService)
  const own = services.filter(({ provider }) => provider.member === organisation)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const contract = String(form.get('contract') ?? '')
    const until = new Date(String(form.get('until'))).toISOString()
    pause.mutate({ organisation, until, ...(contract === '' ? {} : { contract }) })
  }
  const problem = pause.error?.problem ?? resume.error?.problem ?? null
  return (
    <section aria-labelledby="maintenance">
      <h2 id="maintenance">{words.say('exchange.lines.maintenance')}</h2>
      <p>{words.say('exchange.lines.maintenance-lead')}</p>
      {query.isPending ? <Waiting lines={2} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.data?.items.length === 0 ? (
        <p>
          <Tag tone="done">{words.say('exchange.lines.open')}</Tag>
        </p>
      ) : null}
      <ul className="exchange-pauses">
        {(query.data?.items ?? []).map(({ contract, from, until }) => (
          <li key={contract ?? ''} className="pane">
            <p>
              <Tag tone="you">{words.say('exchange.lines.closed')}</Tag>{' '}
              {contract === null ? words.say('exchange.lines.everything') : nameOf(contract)}
            </p>
            <p className="source">
              {words.say('exchange.lines.between', {
                from: words.moment(from, { short: true }),
                until: words.moment(until, { short: true }),
              })}
            </p>
            <BusyButton
              className="button button-quiet button-small"
              busy={resume.isPending}
              onClick={() => resume.mutate({ organisation, ...(contract === null ? {} : { contract }) })}
            >
              {words.say('exchange.lines.resume')}
            </BusyButton>
          </li>
        ))}
      </ul>
      <form className="exchange-form" onSubmit={send}>
        <label className="field">
          <span>{words.say('exchange.access.service')}</span>
          <select className="input" name="contract">
            <option value="">{words.say('exchange.lines.everything')}</option>
            {own.map(({ contract, title }) => (
              <option key={contract} value={contract}>
                {words.pick(title)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{words.say('exchange.lines.until')}</span>
          <input className="input" type="datetime-local" name="until" required />
        </label>
        <BusyButton type="submit" className="button button-quiet" busy={pause.isPending}>
          {words.say('exchange.lines.pause')}
        </BusyButton>
      </form>
      {problem === null ? null : <RefusalNote problem={problem} />}
    </section>
  )
}

function Installations(): ReactNode {
  const words = useWords()
  const query = useQuery({
    queryKey: [exchangeKey, 'peers'],
    queryFn: ({ signal }) => ask(listPeers, {}, { signal }),
  })
  return (
    <section aria-labelledby="installations">
      <h2 id="installations">{words.say('exchange.lines.installations')}</h2>
      {query.isPending ? <Waiting lines={4} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.data?.items.length === 0 ? (
        <PageState drawing="empty" title={words.say('exchange.lines.none-title')} small heading="h3">
          <p>{words.say('exchange.lines.none-text')}</p>
        </PageState>
      ) : null}
      {(query.data?.items ?? []).map(peer => (
        <Installation key={peer.peer} peer={peer} />
      ))}
    </section>
  )
}

function Installation({ peer }: { peer: Peer }): ReactNode {
  const words = useWords()
  const nameOf = useOrganisations()
  return (
    <div className="pane">
      <h3>{peer.peer}</h3>
      <p className="soft exchange-address">
        {peer.origin} · {words.say('exchange.lines.anchor')} <code>{peer.anchor}</code>
      </p>
      <Table
        caption={words.say('exchange.lines.members', { peer: peer.peer })}
        captionHidden
        columns={[
          { key: 'member', head: words.say('exchange.lines.member') },
          { key: 'keys', head: words.say('exchange.lines.keys') },
          { key: 'line', head: words.say('exchange.lines.line') },
        ]}
        rows={peer.lines.map(({ member, keysUntil, waiting, since, trouble }) => ({
          key: member,
          cells: [
            nameOf(member) || member,
            keysUntil === null
              ? words.say('exchange.lines.no-keys')
              : words.say('exchange.lines.keys-until', { until: words.moment(keysUntil, { short: true }) }),
            <>
              <Tag tone={trouble !== null ? 'no' : waiting > 0 ? 'later' : 'done'}>
                {trouble !== null
                  ? outcomeWords(trouble, words)
                  : words.say(waiting > 0 ? 'exchange.lines.busy' : 'exchange.lines.quiet')}
              </Tag>
              {since === null ? null : (
                <span className="source">
                  {words.say('exchange.lines.waiting', { count: waiting, since: words.moment(since, { short: true }) })}
                </span>
              )}
            </>,
          ],
        }))}
      />
    </div>
  )
}
