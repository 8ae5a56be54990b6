import { useQuery } from '@tanstack/react-query'
import { type CaseCard, listOwnCases, openCase } from '@tereze/cases/contract'
import type { ServedService, VisitView } from '@tereze/reception/contract'
import { ask, BusyButton, Failure, RefusalNote, Waiting } from '@tereze/ui-app'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../words/words.ts'
import { useForVisitor, visitKey } from './use-visit.ts'
import { VisitorTask } from './visitor-task.tsx'

/** While something is being prepared it is looked for this often. */
const askedEvery = 2_000

/** What is done for a visitor: applications gone on with, whoever began them and where, and services begun. */
export function VisitWork({ visit }: { visit: VisitView }): ReactNode {
  const { say, pick } = useWords()
  const { person } = visit.visitor
  const [chosen, choose] = useState<string | null>(null)
  const [answered, setAnswered] = useState<string | null>(null)
  const begun = visit.services.filter(({ asked }) => asked)
  const services = visit.services.map(({ service }) => service)
  const query = useQuery({
    queryKey: [visitKey, visit.visit, 'cases'],
    queryFn: ({ signal }) => ask(listOwnCases, { person, services }, { signal, visit: visit.visit }),
    enabled: services.length > 0,
    refetchInterval: ({ state }) => {
      const one = state.data?.items.find(card => card.case === chosen)
      return one !== undefined && one.case !== answered && isPreparing(one) ? askedEvery : false
    },
  })
  const begin = useForVisitor(visit, openCase, opened => choose(opened.case))
  const start = ({ service, organisation }: ServedService) =>
    begin.mutate({
      organisation,
      service,
      person,
      data: {},
      channel: 'counter',
      cause: null,
      key: `counter/${visit.visit}/${service}`,
    })
  if (services.length === 0) return <p>{say('visit.no-services')}</p>
  if (query.isPending) return <Waiting lines={4} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  const card = query.data.items.find(one => one.case === chosen)
  if (card !== undefined) {
    return (
      <Application
        visit={visit}
        card={card}
        sent={card.case === answered}
        answered={() => setAnswered(card.case)}
        back={() => choose(null)}
      />
    )
  }
  const open = query.data.items.filter(one => one.yourTask !== null)
  const others = query.data.items.filter(one => one.yourTask === null)
  return (
    <>
      {begin.error ? <RefusalNote problem={begin.error.problem} /> : null}
      {open.length === 0 ? null : (
        <>
          <h3>{say('visit.unfinished')}</h3>
          <ul className="visit-list">
            {open.map(one => (
              <li key={one.case}>
                <Line card={one} />
                <button type="button" className="button" onClick={() => choose(one.case)}>
                  {say('visit.go-on')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{say('visit.services')}</h3>
      <ul className="visit-list">
        {begun.map(one => (
          <li key={one.service}>
            <span>{pick(one.title)}</span>
            <BusyButton
              className="button button-quiet"
              busy={begin.isPending && begin.variables?.service === one.service}
              onClick={() => start(one)}
            >
              {say('visit.apply')}
            </BusyButton>
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <>
          <h3>{say('visit.applied')}</h3>
          <ul className="visit-list">
            {others.map(one => (
              <li key={one.case}>
                <Line card={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Whether a case that was just begun is about to ask its applicant for something: facts are being fetched. */
const isPreparing = ({ yourTask, status }: CaseCard) =>
  yourTask === null && (status === 'draft' || status === 'submitted')

function Line({ card }: { card: CaseCard }): ReactNode {
  const { pick } = useWords()
  return (
    <span>
      <strong>{pick(card.title)}</strong>
      {` · ${card.number} · ${pick(card.statusText)}`}
    </span>
  )
}

/** One application: its form while it waits for the applicant, else how it stands. */
function Application(of: {
  visit: VisitView
  card: CaseCard
  /** Whether it was sent in here. */
  sent: boolean
  answered: () => void
  back: () => void
}): ReactNode {
  const { visit, card } = of
  const { say, pick } = useWords()
  return (
    <>
      <h3>{pick(card.title)}</h3>
      <p>
        {card.number} · {pick(card.statusText)}
      </p>
      {card.yourTask === null ? (
        <p role="status">{say(!of.sent && isPreparing(card) ? 'visit.preparing' : 'visit.submitted')}</p>
      ) : (
        <VisitorTask
          key={card.yourTask.task}
          visit={visit}
          card={card}
          task={card.yourTask.task}
          answered={of.answered}
        />
      )}
      <p>
        <button type="button" className="button button-quiet" onClick={of.back}>
          {say('visit.back')}
        </button>
      </p>
    </>
  )
}
