import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { outcomes } from './outcome.ts'
import { outcomeWords } from './outcome-words.ts'
import { useServices } from './use-services.ts'

/** What the log can be searched by, besides how a message ended; the names are those of the address. */
export const searchable = ['contract', 'peer', 'direction', 'subject', 'message', 'from', 'until'] as const

/** What the address asks of the log, as the platform takes it; days are whole days of the machine's zone. */
export function searchOf(params: URLSearchParams): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of ['outcome', ...searchable]) {
    const value = params.get(name)?.trim() ?? ''
    if (value === '') continue
    if (name === 'from') found.from = new Date(`${value}T00:00:00`).toISOString()
    else if (name === 'until')
      found.until = new Date(new Date(`${value}T00:00:00`).getTime() + 86_400_000).toISOString()
    else found[name] = value
  }
  return found
}

/** The search of the log: by outcome, service, member, direction, person, number and days. What is asked stands in the address. */
export function LogSearch({
  params,
  look,
}: {
  params: URLSearchParams
  look: (next: URLSearchParams) => void
}): ReactNode {
  const words = useWords()
  const { members, services } = useServices()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entries = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as [string, string]] : [],
    )
    look(new URLSearchParams(entries))
  }
  const value = (name: string) => params.get(name) ?? ''
  return (
    <form className="exchange-form" onSubmit={send} key={`${params} ${services.length}`}>
      <label className="field">
        <span>{words.say('exchange.filter')}</span>
        <select className="input" name="outcome" defaultValue={value('outcome')}>
          <option value="">{words.say('exchange.all')}</option>
          {outcomes.map(code => (
            <option key={code} value={code}>
              {outcomeWords(code, words)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.say('exchange.access.service')}</span>
        <select className="input" name="contract" defaultValue={value('contract')}>
          <option value="">{words.say('exchange.search.any')}</option>
          {services.map(({ contract, title }) => (
            <option key={contract} value={contract}>
              {words.pick(title)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.say('exchange.column.with')}</span>
        <select className="input" name="peer" defaultValue={value('peer')}>
          <option value="">{words.say('exchange.search.any')}</option>
          {members.map(({ member, name }) => (
            <option key={member} value={member}>
              {words.pick(name)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{words.say('exchange.search.direction')}</span>
        <select className="input" name="direction" defaultValue={value('direction')}>
          <option value="">{words.say('exchange.search.both')}</option>
          <option value="sent">{words.say('exchange.search.sent')}</option>
          <option value="received">{words.say('exchange.search.received')}</option>
        </select>
      </label>
      <label className="field">
        <span>{words.say('exchange.search.subject')}</span>
        <input className="input" name="subject" defaultValue={value('subject')} maxLength={100} autoComplete="off" />
      </label>
      <label className="field">
        <span>{words.say('exchange.search.message')}</span>
        <input
          className="input"
          name="message"
          defaultValue={value('message')}
          autoComplete="off"
          pattern="[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
        />
      </label>
      <label className="field">
        <span>{words.say('exchange.access.from')}</span>
        <input className="input" type="date" name="from" defaultValue={value('from')} />
      </label>
      <label className="field">
        <span>{words.say('exchange.access.last-day')}</span>
        <input className="input" type="date" name="until" defaultValue={value('until')} />
      </label>
      <button type="submit" className="button">
        {words.say('exchange.search.look')}
      </button>
    </form>
  )
}
