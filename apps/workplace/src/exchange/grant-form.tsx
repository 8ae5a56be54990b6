import type { grantAccess } from '@tereze/exchange/contract'
import { BusyButton, RefusalNote } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { PurposeAndGround } from './purpose-and-ground.tsx'
import { today } from './today.ts'
import type { useCommand } from './use-command.ts'
import type { useServices } from './use-services.ts'

/** Gives a member access to one of the organisation's services: for a purpose, on a ground, for a term. */
export function GrantForm(of: {
  organisation: string
  services: ReturnType<typeof useServices>
  grant: ReturnType<typeof useCommand<typeof grantAccess>>
}): ReactNode {
  const words = useWords()
  const own = of.services.services.filter(({ provider }) => provider.member === of.organisation)
  const others = of.services.members.filter(({ member, systems }) => member !== of.organisation && systems.length > 0)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name) ?? '').trim()
    of.grant.mutate({
      organisation: of.organisation,
      contract: value('contract'),
      consumer: value('consumer'),
      purpose: value('purpose'),
      ground: value('ground'),
      until: value('until'),
      ...(value('from') === '' ? {} : { from: value('from') }),
    })
  }
  if (own.length === 0) return <p className="soft">{words.say('exchange.access.no-services')}</p>
  return (
    <details className="more">
      <summary>{words.say('exchange.access.give')}</summary>
      <form className="exchange-form" onSubmit={send}>
        <label className="field">
          <span>{words.say('exchange.access.service')}</span>
          <select className="input" name="contract" required>
            {own.map(({ contract, title }) => (
              <option key={contract} value={contract}>
                {words.pick(title)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{words.say('exchange.access.who')}</span>
          <select className="input" name="consumer" required>
            {others.map(({ member, name }) => (
              <option key={member} value={member}>
                {words.pick(name)}
              </option>
            ))}
          </select>
        </label>
        <PurposeAndGround />
        <label className="field">
          <span>{words.say('exchange.access.from')}</span>
          <input className="input" type="date" name="from" />
        </label>
        <label className="field">
          <span>{words.say('exchange.access.last-day')}</span>
          <input className="input" type="date" name="until" required min={today()} />
        </label>
        <BusyButton type="submit" className="button" busy={of.grant.isPending}>
          {words.say('exchange.access.give')}
        </BusyButton>
      </form>
      {of.grant.error ? <RefusalNote problem={of.grant.error.problem} /> : null}
      {of.grant.isSuccess ? <Callout tone="done" title={words.say('exchange.access.given')} live /> : null}
    </details>
  )
}
