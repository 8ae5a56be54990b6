import { useQuery } from '@tanstack/react-query'
import { getAnnex } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { ask, Failure, isNotFound, Page, useSession, Waiting } from '@tereze/ui-app'
import { Annex, PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useWords } from '../words/words.ts'
import { clauseWords } from './clause.ts'
import { NoSuchCase } from './no-such-case.tsx'

type Decision = OutputOf<typeof getAnnex>['decisions'][number]

/** The annex of a case's decisions at `/cases/:case/annex`: data, rules, clauses, for reading and for print. */
export function AnnexPage(): ReactNode {
  const { case: id = '' } = useParams()
  const { organisation } = useSession()
  const { say, pick } = useWords()
  const query = useQuery({
    queryKey: ['annex', organisation, id],
    queryFn: ({ signal }) => ask(getAnnex, { organisation, case: id }, { signal }),
  })
  const annex = query.data
  if (isNotFound(query.error?.problem)) return <NoSuchCase />
  return (
    <Page title={say('annex.title')}>
      <p className="back">
        <Link to={`/cases/${id}`}>{say('annex.back')}</Link>
      </p>
      <h1>{say('annex.title')}</h1>
      {query.isPending ? <Waiting lines={12} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {annex === undefined ? null : (
        <>
          <p className="lead">{say('annex.of', { service: pick(annex.service), number: annex.number })}</p>
          <p className="actions">
            <button type="button" className="button button-quiet" onClick={() => window.print()}>
              {say('annex.print')}
            </button>
          </p>
          {annex.decisions.length === 0 ? <PageState drawing="empty" title={say('annex.none')} small /> : null}
          {annex.decisions.map(decision => (
            <DecisionPart key={`${decision.decision}${decision.at}`} decision={decision} />
          ))}
        </>
      )}
    </Page>
  )
}

function DecisionPart({ decision }: { decision: Decision }): ReactNode {
  const words = useWords()
  return (
    <section className="work-part">
      <h2>{words.pick(decision.title)}</h2>
      <p className="soft">{words.moment(decision.at)}</p>
      <ul className="annex-grounds">
        {decision.grounds.map(({ text, clause }) => (
          <li key={`${clause}${text.en}`}>
            {words.pick(text)}
            {clause === null ? null : <span className="source"> {clauseWords(clause, words)}</span>}
          </li>
        ))}
      </ul>
      <Annex lines={decision.lines.map(({ level, text }) => ({ level, text: words.pick(text) }))} />
      <p className="soft above">{words.say('annex.hash', { hash: decision.modelHash.slice(0, 16) })}</p>
    </section>
  )
}
