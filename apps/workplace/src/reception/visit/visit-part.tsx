import { endVisit, type VisitView } from '@tereze/reception/contract'
import { BusyButton, Failure, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { useWords } from '../../words/words.ts'
import { ConfirmPart } from './confirm-part.tsx'
import { FindVisitor } from './find-visitor.tsx'
import { useVisit, useVisitCommand, useWipe } from './use-visit.ts'
import { VisitWork } from './visit-work.tsx'
import '../../styles/visit.css'

/** A person at the window: found or registered, then let the operator act for them, then served until the visit ends. */
export function VisitPart({ unit }: { unit: string }): ReactNode {
  const { say } = useWords()
  const { query, again } = useVisit()
  const visit = query.data?.visit
  return (
    <section aria-labelledby="visit" className="visit">
      <h2 id="visit">{say('visit.title')}</h2>
      {query.isPending ? <Waiting lines={3} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {visit === null ? <FindVisitor unit={unit} /> : null}
      {visit ? (
        <>
          <VisitorHead visit={visit} />
          {visit.confirmedBy === null ? (
            <ConfirmPart key={visit.visit} visit={visit} confirmed={again} />
          ) : (
            <VisitWork key={visit.visit} visit={visit} />
          )}
        </>
      ) : null}
    </section>
  )
}

/** Who is here, until when, and the button that ends it. */
function VisitorHead({ visit }: { visit: VisitView }): ReactNode {
  const { say, date, moment } = useWords()
  const { organisation } = useSession()
  const end = useVisitCommand(endVisit, useWipe())
  const { visitor } = visit
  return (
    <div className="visit-head">
      <p>
        <strong>{visitor.name}</strong>
        <br />
        {say('visit.born', { date: date(visitor.born) })}
        {visitor.number === null ? null : ` · ${visitor.number}`}
        <br />
        {say('visit.until', { time: moment(visit.endsAt) })}
      </p>
      <BusyButton
        className="button button-quiet"
        busy={end.isPending}
        onClick={() => end.mutate({ organisation, visit: visit.visit })}
      >
        {say('visit.end')}
      </BusyButton>
      {end.error ? <RefusalNote problem={end.error.problem} /> : null}
    </div>
  )
}
