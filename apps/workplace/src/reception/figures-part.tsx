import { useQuery } from '@tanstack/react-query'
import { getFigures, type QueueFigures } from '@tereze/reception/contract'
import { ask, Failure, useSession, Waiting } from '@tereze/ui-app'
import { localDate, Table } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { receptionKey } from './use-command.ts'
import { waitedMinutes } from './waited-minutes.ts'

const week = 6 * 86_400_000
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
const dayOf = (instant: number) => localDate(new Date(instant).toISOString(), zone)

/** How long people waited in the hall, by group of services and by hour. */
export function FiguresPart({ unit }: { unit: string }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [from, setFrom] = useState(() => dayOf(Date.now() - week))
  const [until, setUntil] = useState(() => dayOf(Date.now()))
  const query = useQuery({
    queryKey: [receptionKey, 'figures', organisation, unit, from, until],
    queryFn: ({ signal }) => ask(getFigures, { organisation, unit, from, until }, { signal }),
    enabled: from !== '' && until !== '',
  })
  const minutes = (seconds: number | null) =>
    seconds === null ? '–' : words.say('reception.minutes', { count: waitedMinutes(seconds) })
  const cells = ({ taken, served, noShows, left, median, p90 }: QueueFigures) => [
    taken,
    served,
    noShows,
    left,
    minutes(median),
    minutes(p90),
  ]
  const columns = [
    { key: 'taken', head: words.say('reception.figures.taken'), number: true },
    { key: 'served', head: words.say('reception.figures.served'), number: true },
    { key: 'no-shows', head: words.say('reception.figures.no-shows'), number: true },
    { key: 'left', head: words.say('reception.figures.left'), number: true },
    { key: 'median', head: words.say('reception.figures.median'), number: true },
    { key: 'p90', head: words.say('reception.figures.p90'), number: true },
  ]
  const data = query.data
  return (
    <section aria-labelledby="reception-figures">
      <h2 id="reception-figures">{words.say('reception.figures')}</h2>
      <div className="reception-hall">
        <label className="field">
          <span>{words.say('reception.figures.from')}</span>
          <input className="input" type="date" value={from} onChange={event => setFrom(event.target.value)} />
        </label>
        <label className="field">
          <span>{words.say('reception.figures.until')}</span>
          <input className="input" type="date" value={until} onChange={event => setUntil(event.target.value)} />
        </label>
      </div>
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isLoading ? <Waiting lines={4} /> : null}
      {data === undefined ? null : (
        <>
          <Table
            caption={words.say('reception.figures.by-group')}
            columns={[{ key: 'group', head: words.say('reception.group') }, ...columns]}
            rows={[
              ...data.groups.map(({ letter, figures }) => ({ key: letter, cells: [letter, ...cells(figures)] })),
              { key: 'all', cells: [words.say('reception.figures.all'), ...cells(data.all)] },
            ]}
          />
          {data.hours.length === 0 ? null : (
            <Table
              caption={words.say('reception.figures.by-hour')}
              columns={[{ key: 'hour', head: words.say('reception.figures.hour') }, ...columns]}
              rows={data.hours.map(({ hour, figures }) => ({
                key: String(hour),
                cells: [`${String(hour).padStart(2, '0')}:00`, ...cells(figures)],
              }))}
            />
          )}
        </>
      )}
    </section>
  )
}
