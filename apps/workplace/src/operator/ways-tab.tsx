import { useQuery } from '@tanstack/react-query'
import { listOpened, mineService } from '@tereze/cases/contract'
import { ask, Failure, useSession, Waiting } from '@tereze/ui-app'
import { localDate, PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useWords } from '../words/words.ts'
import { operating } from './use-deed.ts'
import { WaysTable } from './ways-table.tsx'

const days = [30, 90, 365] as const
const usual = 90
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The last so many days up to today, local dates. */
function lastDays(count: number): { from: string; to: string } {
  const now = new Date()
  const on = (at: Date) => localDate(at.toISOString(), zone)
  return { from: on(new Date(now.getTime() - (count - 1) * 86_400_000)), to: on(now) }
}

/** How cases of a service really went: times of steps, ways, rework, where they stand. */
export function WaysTab(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [params, setParams] = useSearchParams()
  const count = days.find(one => String(one) === params.get('days')) ?? usual
  const period = lastDays(count)
  const services = useQuery({
    queryKey: [operating, 'opened', organisation, period],
    queryFn: ({ signal }) => ask(listOpened, { organisation, ...period }, { signal }),
  })
  const items = services.data?.items ?? []
  const service = items.find(one => one.service === params.get('service'))?.service ?? items[0]?.service
  const mined = useQuery({
    queryKey: [operating, 'mined', organisation, service, period],
    queryFn: ({ signal }) => ask(mineService, { organisation, service: service ?? '', ...period }, { signal }),
    enabled: service !== undefined,
  })
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(params)
    next.set(name, value)
    setParams(next, { replace: true })
  }
  const failed = services.error ?? mined.error
  if (failed !== null)
    return (
      <Failure
        problem={failed.problem}
        again={() => void (services.isError ? services.refetch() : mined.refetch())}
        small
      />
    )
  if (services.isPending) return <Waiting lines={8} />
  return (
    <>
      <div className="operator-filters">
        <label className="filter">
          <span>{words.say('operator.ways.service')}</span>
          <select
            className="input"
            value={service ?? ''}
            disabled={items.length === 0}
            onChange={event => change('service', event.currentTarget.value)}
          >
            {items.map(one => (
              <option key={one.service} value={one.service}>
                {`${words.pick(one.title)} · ${one.cases}`}
              </option>
            ))}
          </select>
        </label>
        <label className="filter">
          <span>{words.say('operator.ways.period')}</span>
          <select className="input" value={count} onChange={event => change('days', event.currentTarget.value)}>
            {days.map(one => (
              <option key={one} value={one}>
                {words.say('operator.ways.days', { count: one })}
              </option>
            ))}
          </select>
        </label>
      </div>
      {items.length === 0 ? (
        <PageState drawing="empty" title={words.say('operator.ways.empty-title')} small heading="h3">
          <p>{words.say('operator.ways.empty-text')}</p>
        </PageState>
      ) : mined.data === undefined ? (
        <Waiting lines={8} />
      ) : (
        <WaysTable mined={mined.data} />
      )}
    </>
  )
}
