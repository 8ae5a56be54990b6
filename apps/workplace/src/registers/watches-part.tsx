import { useQuery } from '@tanstack/react-query'
import { endWatch, listWatches, type Watch } from '@tereze/registers/contract'
import { ask, BusyButton, Failure, RefusalNote, useSession } from '@tereze/ui-app'
import { Tag, type Tone } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'
import { useCommand } from './use-command.ts'
import { registersKey } from './use-register.ts'

const tones: Readonly<Record<Watch['state'], Tone>> = { open: 'done', ended: 'later', stopped: 'no', over: 'later' }

/** What one watches in the registers of one's organisation, the newest happening first. */
export function WatchesPart({ titleOf }: { titleOf: (register: string) => string }): ReactNode {
  const { say } = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [registersKey, 'watches', organisation],
    queryFn: ({ signal }) => ask(listWatches, { organisation }, { signal }),
  })
  const end = useCommand(endWatch)
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  if (query.data === undefined) return null
  return (
    <section aria-labelledby="watches">
      <h2 id="watches">{say('watches.title')}</h2>
      {end.error ? <RefusalNote problem={end.error.problem} /> : null}
      {query.data.items.length === 0 ? <p className="soft">{say('watches.none')}</p> : null}
      <ul className="register-history">
        {query.data.items.map(watch => (
          <Line
            key={watch.watch}
            watch={watch}
            title={titleOf(watch.register)}
            busy={end.isPending}
            end={() => end.mutate({ organisation, watch: watch.watch })}
          />
        ))}
      </ul>
    </section>
  )
}

/** Where what is watched is seen: the record, or the search. */
function addressOf({ register, record, where }: Watch): string {
  if (record !== null) return `/registers/${register}/records/${record}`
  const asked = Object.entries(where ?? {}).map(([name, value]): [string, string] => [name, String(value)])
  return `/registers/${register}?${new URLSearchParams(asked)}`
}

function Line(of: { watch: Watch; title: string; busy: boolean; end: () => void }): ReactNode {
  const words = useWords()
  const { watch } = of
  const what = Object.values(watch.where ?? {}).join(', ')
  return (
    <li>
      <p>
        <Tag tone={tones[watch.state]}>{words.say(`watches.state.${watch.state}`)}</Tag>{' '}
        <Link to={addressOf(watch)}>
          {of.title} ·{' '}
          {watch.record === null ? words.say('watches.of-search', { what }) : words.say('watches.of-record')}
        </Link>{' '}
        <span className="soft">{words.say('watches.until', { until: words.day(watch.until) })}</span>
      </p>
      {watch.last === null ? (
        <p className="soft">{words.say('watches.nothing-happened')}</p>
      ) : (
        <p>
          <Link to={`/registers/${watch.register}/records/${watch.last.record}`}>
            {words.say(`watches.last.${watch.last.event}`, { at: words.moment(watch.last.at, { short: true }) })}
          </Link>
        </p>
      )}
      {watch.state === 'open' ? (
        <BusyButton className="button button-quiet button-small" busy={of.busy} onClick={of.end}>
          {words.say('watches.end')}
        </BusyButton>
      ) : null}
    </li>
  )
}
