import { useQuery } from '@tanstack/react-query'
import { ask, BusyButton, Failure, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { Callout, PageState, Tag } from '@tereze/ui-components'
import { fulfilLeakDuty, type Leak, type LeakDuty, listLeaks, recordLeak } from '@tereze/vigilance/contract'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { LeakPersons } from './leak-persons.tsx'
import { timeLeft } from './time-left.ts'
import { useCommand, vigilanceKey } from './use-command.ts'

/** How often the clocks are looked at anew, milliseconds. */
const tick = 60_000
/** And while persons are being told. */
const quickTick = 3000

const isBeingTold = ({ telling, named, told }: Leak) => telling !== null && told < named

/** Leaks with the clocks that they started, and the form that records one. */
export function LeaksPart(): ReactNode {
  const words = useWords()
  const { organisation, roles } = useSession()
  const query = useQuery({
    queryKey: [vigilanceKey, 'leaks', organisation],
    queryFn: ({ signal }) => ask(listLeaks, { organisation }, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isBeingTold) ? quickTick : tick),
  })
  const mayRecord = roles.includes('security-officer')
  return (
    <section aria-labelledby="leaks">
      <h2 id="leaks">{words.say('leaks.title')}</h2>
      <p className="soft">{words.say('leaks.lead')}</p>
      {query.isPending ? <Waiting lines={3} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.data?.items.length === 0 ? (
        <PageState drawing="empty" title={words.say('leaks.none-title')} small heading="h3">
          <p>{words.say('leaks.none-text')}</p>
        </PageState>
      ) : null}
      {query.data?.items.map(leak => (
        <Shown key={leak.leak} leak={leak} mayDo={mayRecord} />
      ))}
      {mayRecord ? <RecordForm /> : null}
    </section>
  )
}

function Shown({ leak, mayDo }: { leak: Leak; mayDo: boolean }): ReactNode {
  const words = useWords()
  return (
    <article className="pane leak">
      <p>{leak.what}</p>
      <p className="soft">
        {words.say('leaks.known', {
          known: words.moment(leak.known, { short: true }),
          count: leak.persons,
        })}
      </p>
      <ul className="leak-duties">
        {leak.duties.map(duty => (
          <Duty key={duty.duty} leak={leak.leak} duty={duty} mayDo={mayDo} />
        ))}
      </ul>
      <LeakPersons leak={leak} mayDo={mayDo} />
    </article>
  )
}

function Duty({ leak, duty, mayDo }: { leak: string; duty: LeakDuty; mayDo: boolean }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const fulfil = useCommand(fulfilLeakDuty)
  const left = timeLeft(duty.due, Date.now())
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reference = String(new FormData(event.currentTarget).get('reference')).trim()
    fulfil.mutate({ organisation, leak, duty: duty.duty, reference })
  }
  return (
    <li>
      <p>
        {words.pick(duty.text)} <span className="source">{duty.source.replace(/^act:/, '')}</span>
      </p>
      <p>
        {duty.done === null ? (
          <Tag tone={duty.late ? 'no' : 'you'}>
            {words.say(duty.late ? 'leaks.late' : `leaks.left.${left.unit}`, { count: left.count })}
          </Tag>
        ) : (
          <Tag tone={duty.late ? 'later' : 'done'}>{words.say(duty.late ? 'leaks.done-late' : 'leaks.done')}</Tag>
        )}{' '}
        <span className="soft">{words.say('leaks.until', { due: words.moment(duty.due, { short: true }) })}</span>
      </p>
      {duty.done === null ? null : (
        <p className="soft">
          {duty.done.told === null ? duty.done.reference : words.say('leaks.told-by-us', { count: duty.done.told })}
        </p>
      )}
      {duty.done === null && mayDo ? (
        <form className="leak-done" onSubmit={send}>
          <label className="field">
            <span>{words.say('leaks.reference')}</span>
            <input className="input" name="reference" required maxLength={500} />
          </label>
          <BusyButton type="submit" className="button button-quiet button-small" busy={fulfil.isPending}>
            {words.say('leaks.mark-done')}
          </BusyButton>
        </form>
      ) : null}
      {fulfil.error ? <RefusalNote problem={fulfil.error.problem} /> : null}
    </li>
  )
}

function RecordForm(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const record = useCommand(recordLeak)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const known = new Date(String(form.get('known'))).toISOString()
    const what = String(form.get('what')).trim()
    record.mutate({ organisation, what, persons: Number(form.get('persons')), known })
  }
  return (
    <details className="leak-form">
      <summary>{words.say('leaks.record')}</summary>
      <form onSubmit={send}>
        <label className="field">
          <span>{words.say('leaks.what')}</span>
          <textarea className="input" name="what" rows={3} required minLength={20} maxLength={4000} />
        </label>
        <label className="field">
          <span>{words.say('leaks.persons')}</span>
          <input className="input" name="persons" type="number" min={0} max={2_000_000_000} required />
        </label>
        <label className="field">
          <span>{words.say('leaks.since')}</span>
          <input className="input" name="known" type="datetime-local" required />
        </label>
        <BusyButton type="submit" className="button" busy={record.isPending}>
          {words.say('leaks.record-now')}
        </BusyButton>
        {record.error ? <RefusalNote problem={record.error.problem} /> : null}
        {record.isSuccess ? (
          <Callout tone="done" title={words.say('leaks.recorded')} live>
            <p>{words.say('leaks.recorded-text')}</p>
          </Callout>
        ) : null}
      </form>
    </details>
  )
}
