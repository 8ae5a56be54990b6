import { useQuery } from '@tanstack/react-query'
import { sumUpMailing } from '@tereze/notifications/contract'
import { ask, useSession } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import type { Leak } from '@tereze/vigilance/contract'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { NamingForm } from './naming-form.tsx'
import { TellingForm } from './telling-form.tsx'
import { vigilanceKey } from './use-command.ts'

/** How often progress is looked at while somebody waits to be told, milliseconds. */
const tick = 5000

/** Whom a leak concerns: how many are named and told, what came of each channel, and the forms that name and tell them. */
export function LeakPersons({ leak, mayDo }: { leak: Leak; mayDo: boolean }): ReactNode {
  const words = useWords()
  return (
    <section aria-label={words.say('leaks.persons-of')} className="leak-persons">
      <p>
        {words.say('leaks.named', { named: leak.named, persons: leak.persons })}
        {leak.telling === null ? null : ` ${words.say('leaks.told', { told: leak.told, named: leak.named })}`}
      </p>
      {leak.telling === null ? null : (
        <>
          <progress max={Math.max(leak.named, 1)} value={leak.told} aria-label={words.say('leaks.progress')} />
          {mayDo ? <Channels leak={leak} /> : null}
          <details>
            <summary>{words.say('leaks.what-told')}</summary>
            <p>{words.pick(leak.telling.words)}</p>
            <p className="soft">
              {words.say('leaks.telling-since', { at: words.moment(leak.telling.at, { short: true }) })}
            </p>
          </details>
        </>
      )}
      {leak.telling !== null && leak.told === leak.named && leak.named < leak.persons ? (
        <Callout tone="you" title={words.say('leaks.some-unnamed')}>
          <p>{words.say('leaks.some-unnamed-text')}</p>
        </Callout>
      ) : null}
      {mayDo ? <NamingForm leak={leak.leak} /> : null}
      {mayDo && leak.telling === null ? <TellingForm leak={leak.leak} named={leak.named} /> : null}
    </section>
  )
}

function Channels({ leak }: { leak: Leak }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [vigilanceKey, 'mailing', organisation, leak.leak, leak.told],
    queryFn: ({ signal }) => ask(sumUpMailing, { organisation, mailing: leak.leak }, { signal }),
    refetchInterval: tick,
  })
  if (query.data === undefined) return null
  return (
    <ul className="leak-channels">
      {query.data.channels.map(({ channel, sent, waiting, failed }) => (
        <li key={channel}>
          {words.say(`leaks.channel.${channel}`)}: {words.say('leaks.delivered', { sent, waiting, failed })}
        </li>
      ))}
      <li>{words.say('leaks.read', { count: query.data.read })}</li>
    </ul>
  )
}
