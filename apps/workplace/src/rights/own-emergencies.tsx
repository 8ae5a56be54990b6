import { useQuery } from '@tanstack/react-query'
import { beginEmergency, endEmergency, listOwnEmergencies } from '@tereze/access/contract'
import { ask, BusyButton, Failure, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { EmergencySearch } from './emergency-search.tsx'
import { EmergencyTable } from './emergency-table.tsx'
import { rightsKey, useCommand } from './use-command.ts'

const terms = [15, 30, 60, 120, 240]

/** Access in an emergency: declared with a reason and a term, given back early, and what became of earlier ones. */
export function OwnEmergencies(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const end = useCommand(endEmergency)
  const query = useQuery({
    queryKey: [rightsKey, 'own-emergencies', organisation],
    queryFn: ({ signal }) => ask(listOwnEmergencies, { organisation, limit: 20 }, { signal }),
  })
  const running = query.data?.items.find(({ state }) => state === 'running')
  return (
    <section aria-labelledby="emergencies">
      <h2 id="emergencies">{words.say('rights.emergency')}</h2>
      <p>{words.say('rights.emergency-lead')}</p>
      {query.isPending ? <Waiting lines={3} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {running === undefined ? (
        <BeginForm organisation={organisation} />
      ) : (
        <Callout
          tone="you"
          title={words.say('rights.running', { until: words.moment(running.until, { short: true }) })}
          live
        >
          <p>{running.reason}</p>
          <BusyButton
            className="button button-quiet"
            busy={end.isPending}
            onClick={() => end.mutate({ organisation, emergency: running.emergency })}
          >
            {words.say('rights.end')}
          </BusyButton>
        </Callout>
      )}
      {running === undefined ? null : <EmergencySearch />}
      {end.error ? <RefusalNote problem={end.error.problem} /> : null}
      {query.data === undefined || query.data.items.length === 0 ? null : <EmergencyTable items={query.data.items} />}
    </section>
  )
}

function BeginForm({ organisation }: { organisation: string }): ReactNode {
  const words = useWords()
  const begin = useCommand(beginEmergency)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    begin.mutate({ organisation, reason: String(form.get('reason')).trim(), minutes: Number(form.get('minutes')) })
  }
  return (
    <details className="more">
      <summary>{words.say('rights.begin')}</summary>
      <form className="exchange-form" onSubmit={send}>
        <label className="field">
          <span>{words.say('rights.reason')}</span>
          <textarea className="input" name="reason" rows={3} required minLength={20} maxLength={1000} />
        </label>
        <label className="field">
          <span>{words.say('rights.term')}</span>
          <select className="input" name="minutes" defaultValue="30">
            {terms.map(count => (
              <option key={count} value={count}>
                {words.say('rights.minutes', { count })}
              </option>
            ))}
          </select>
        </label>
        <BusyButton type="submit" className="button" busy={begin.isPending}>
          {words.say('rights.begin')}
        </BusyButton>
      </form>
      {begin.error ? <RefusalNote problem={begin.error.problem} /> : null}
    </details>
  )
}
