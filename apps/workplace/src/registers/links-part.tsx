import { useQuery } from '@tanstack/react-query'
import { createLink, listLinks, type RecordLink, revokeLink } from '@tereze/registers/contract'
import { ask, BusyButton, Failure, RefusalNote } from '@tereze/ui-app'
import { Callout, Tag } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { CopyButton } from '../state/copy-button.tsx'
import { useWords } from '../words/words.ts'
import { useCommand } from './use-command.ts'
import { registersKey } from './use-register.ts'

const tones = { open: 'done', ended: 'later', revoked: 'no' } as const
/** How long a link lives when nothing else is chosen, days; and the choices. */
const terms = [1, 7, 31] as const
const day = 86_400_000

/** Where the portal opens a link. */
const addressOf = (organisation: string, { link, secret }: { link: string; secret: string }) =>
  `${window.location.origin}/links/${[organisation, link, secret].map(encodeURIComponent).join('/')}`

/** Links to one record: for whom a purpose and a time are named, each opening, and the end of a link before its time. */
export function LinksPart({
  place,
}: {
  place: { readonly organisation: string; readonly register: string; readonly record: string }
}): ReactNode {
  const words = useWords()
  const [told, setTold] = useState<{ link: string; secret: string } | null>(null)
  const query = useQuery({
    queryKey: [registersKey, 'links', place.register, place.record],
    queryFn: ({ signal }) => ask(listLinks, place, { signal }),
  })
  const make = useCommand(createLink, setTold)
  const revoke = useCommand(revokeLink)
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const until = new Date(Date.now() + Number(form.get('days')) * day - 60_000).toISOString()
    make.mutate({ ...place, purpose: String(form.get('purpose')).trim(), until })
  }
  return (
    <section className="pane" aria-label={words.say('registers.links')}>
      <h2>{words.say('registers.links')}</h2>
      <form className="register-link-form" onSubmit={send}>
        <label className="field">
          <span>{words.say('registers.link-purpose')}</span>
          <input className="input" name="purpose" required maxLength={300} autoComplete="off" />
        </label>
        <label className="field">
          <span>{words.say('registers.link-term')}</span>
          <select className="input" name="days" defaultValue={7}>
            {terms.map(days => (
              <option key={days} value={days}>
                {words.say('registers.days', { count: days })}
              </option>
            ))}
          </select>
        </label>
        <BusyButton type="submit" className="button button-quiet" busy={make.isPending}>
          {words.say('registers.link-make')}
        </BusyButton>
      </form>
      {make.error ? <RefusalNote problem={make.error.problem} /> : null}
      {revoke.error ? <RefusalNote problem={revoke.error.problem} /> : null}
      {told === null ? null : (
        <Callout tone="you" title={words.say('registers.link-told')} live>
          <p>{words.say('registers.link-once')}</p>
          <p>
            <code>{addressOf(place.organisation, told)}</code>
          </p>
          <div className="actions">
            <CopyButton text={addressOf(place.organisation, told)} />
          </div>
        </Callout>
      )}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      <ul className="register-history">
        {(query.data?.items ?? []).map(link => (
          <Line
            key={link.link}
            link={link}
            busy={revoke.isPending}
            end={() => revoke.mutate({ organisation: place.organisation, link: link.link })}
          />
        ))}
      </ul>
    </section>
  )
}

function Line({ link, busy, end }: { link: RecordLink; busy: boolean; end: () => void }): ReactNode {
  const words = useWords()
  const last = link.openings[0]
  return (
    <li>
      <p>
        <Tag tone={tones[link.state]}>{words.say(`registers.link.${link.state}`)}</Tag> {link.purpose}
      </p>
      <p className="source">{words.say('registers.link-until', { at: words.moment(link.until, { short: true }) })}</p>
      <p className="soft">
        {last === undefined
          ? words.say('registers.never-opened')
          : words.say('registers.opened', { count: link.openings.length, at: words.moment(last.at, { short: true }) })}
      </p>
      {link.state === 'open' ? (
        <BusyButton className="button button-quiet" busy={busy} onClick={end}>
          {words.say('registers.link-revoke')}
        </BusyButton>
      ) : null}
    </li>
  )
}
