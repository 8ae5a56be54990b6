import { useQuery } from '@tanstack/react-query'
import { listHalls } from '@tereze/reception/contract'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useWords } from '../words/words.ts'
import { DeskPart } from './desk-part.tsx'
import { FiguresPart } from './figures-part.tsx'
import { TicketForm } from './ticket-form.tsx'
import { receptionKey } from './use-command.ts'
import { VisitPart } from './visit/visit-part.tsx'
import '../styles/reception.css'

/** The reception at `/reception`: one's window, who is called and who is next, the visitor, tickets at the desk, how long people wait. */
export function ReceptionPage(): ReactNode {
  const { say, pick } = useWords()
  const { organisation, unit, roles } = useSession()
  const [search, setSearch] = useSearchParams()
  const query = useQuery({
    queryKey: [receptionKey, 'halls', organisation],
    queryFn: ({ signal }) => ask(listHalls, { organisation }, { signal }),
  })
  const halls = query.data?.items ?? []
  const asked = search.get('hall') ?? unit
  const hall = halls.find(one => one.unit === asked) ?? halls[0]
  return (
    <Page title={say('reception.title')} wide>
      <h1>{say('reception.title')}</h1>
      {query.isPending ? <Waiting lines={4} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.isSuccess && hall === undefined ? (
        <PageState drawing="empty" title={say('reception.no-hall-title')} heading="h2">
          <p>{say('reception.no-hall-text')}</p>
        </PageState>
      ) : null}
      {hall === undefined ? null : (
        <>
          <div className="reception-hall">
            <label className="field">
              <span>{say('reception.hall')}</span>
              <select
                className="input"
                value={hall.unit}
                onChange={event => setSearch({ hall: event.target.value }, { replace: true })}
              >
                {halls.map(one => (
                  <option key={one.unit} value={one.unit}>
                    {pick(one.name)}
                  </option>
                ))}
              </select>
            </label>
            <Link to={`/board/${organisation}/${hall.unit}`}>{say('reception.to-board')}</Link>
            <Link to={`/kiosk/${organisation}/${hall.unit}`}>{say('reception.to-kiosk')}</Link>
          </div>
          {roles.includes('one-stop-shop-operator') ? (
            <>
              <DeskPart key={hall.unit} unit={hall.unit} />
              <VisitPart key={`visit ${hall.unit}`} unit={hall.unit} />
              <TicketForm key={`ticket ${hall.unit}`} unit={hall.unit} />
            </>
          ) : null}
          <FiguresPart unit={hall.unit} />
        </>
      )}
    </Page>
  )
}
