import { subscribeTopic } from '@tereze/exchange/contract'
import { BusyButton, RefusalNote } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { PurposeAndGround } from './purpose-and-ground.tsx'
import { useCommand } from './use-command.ts'
import { useServices } from './use-services.ts'

/** Asks the publisher of a topic to tell this organisation. */
export function SubscribeForm({ organisation }: { organisation: string }): ReactNode {
  const words = useWords()
  const { services } = useServices()
  const topics = services.filter(({ kind, provider }) => kind === 'topic' && provider.member !== organisation)
  const subscribe = useCommand(subscribeTopic)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name) ?? '').trim()
    subscribe.mutate({
      organisation,
      topic: value('topic'),
      purpose: value('purpose'),
      ground: value('ground'),
      ...(value('begin') === 'all' ? { after: 0 } : {}),
    })
  }
  if (topics.length === 0) return <p className="soft">{words.say('exchange.topics.no-topics')}</p>
  return (
    <details className="more">
      <summary>{words.say('exchange.topics.subscribe')}</summary>
      <form className="exchange-form" onSubmit={send}>
        <label className="field">
          <span>{words.say('exchange.topics.topic')}</span>
          <select className="input" name="topic" required>
            {topics.map(({ contract, title, provider }) => (
              <option key={contract} value={contract}>
                {`${words.pick(title)} · ${words.pick(provider.name)}`}
              </option>
            ))}
          </select>
        </label>
        <PurposeAndGround />
        <label className="field">
          <span>{words.say('exchange.topics.begin')}</span>
          <select className="input" name="begin" defaultValue="now">
            <option value="now">{words.say('exchange.topics.begin-now')}</option>
            <option value="all">{words.say('exchange.topics.begin-all')}</option>
          </select>
        </label>
        <BusyButton type="submit" className="button" busy={subscribe.isPending}>
          {words.say('exchange.topics.subscribe')}
        </BusyButton>
      </form>
      {subscribe.error ? <RefusalNote problem={subscribe.error.problem} /> : null}
      {subscribe.isSuccess ? <Callout tone="done" title={words.say('exchange.topics.asked')} live /> : null}
    </details>
  )
}
