import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@tereze/operation'
import { listWorks, type WorkCard } from '@tereze/studio/contract'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'
import { MonthsTable } from './months-table.tsx'
import { isLate, type WorkFilter, whichWorks, workFilters } from './which-works.ts'
import './works.css'

/** The works of one's organisation at `/works`: a board by stage, a list on narrow screens, and the time to publication. */
export function WorksPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: ['studio', 'works', organisation],
    queryFn: ({ signal }) => ask(listWorks, { organisation }, { signal }),
  })
  return (
    <Page title={words.say('works.title')} wide>
      <div className="drafts-head">
        <h1>{words.say('works.title')}</h1>
        {query.data?.mayBegin ? (
          <Link className="button" to="/works/begin">
            {words.say('works.begin')}
          </Link>
        ) : null}
      </div>
      {query.isPending ? <Waiting lines={6} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.data?.items.length === 0 ? (
        <PageState drawing="empty" title={words.say('works.none')} small>
          <p>{words.say('works.none-text')}</p>
        </PageState>
      ) : null}
      {query.data !== undefined && query.data.items.length > 0 ? <Found found={query.data} /> : null}
    </Page>
  )
}

function Found({ found }: { found: OutputOf<typeof listWorks> }): ReactNode {
  const { say, pick } = useWords()
  const { id } = useSession()
  const [filter, choose] = useState<WorkFilter>('open')
  const [typed, type] = useState('')
  const shown = whichWorks(found.items, filter, typed, id ?? '')
  return (
    <>
      <div className="works-choose">
        <label className="field">
          <span>{say('works.search')}</span>
          <input className="input" type="search" value={typed} onChange={event => type(event.target.value)} />
        </label>
        <label className="field">
          <span>{say('works.show')}</span>
          <select className="input" value={filter} onChange={event => choose(event.target.value as WorkFilter)}>
            {workFilters.map(one => (
              <option key={one} value={one}>
                {say(`works.show-${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {shown.length === 0 ? <p role="status">{say('works.none-found')}</p> : null}
      {filter === 'ended' ? (
        <ul className="draft-cards">
          {shown.map(card => (
            <Card key={card.work} card={card} />
          ))}
        </ul>
      ) : (
        <div className="works-board">
          {found.stages.map(({ stage, title }) => {
            const own = shown.filter(card => card.stage === stage)
            return (
              <section key={stage} className={own.length === 0 ? 'works-stage works-stage-empty' : 'works-stage'}>
                <h2>
                  {pick(title)} <span className="soft">{own.length}</span>
                </h2>
                <ul>
                  {own.map(card => (
                    <Card key={card.work} card={card} />
                  ))}
                </ul>
              </section>
            )
          })}
        </div>
      )}
      <MonthsTable months={found.months} target={found.targetDays} />
    </>
  )
}

function Card({ card }: { card: WorkCard }): ReactNode {
  const words = useWords()
  const { say } = words
  const day = Math.floor(card.days) + 1
  const hands = card.working.map(({ name }) => (name === null ? say('here.somebody') : words.name(name)))
  return (
    <li className="pane works-card">
      <h3>
        <Link to={`/works/${card.work}`}>{words.pick(card.title)}</Link>
      </h3>
      <p className="soft">{card.aim}</p>
      {card.state === 'open' ? (
        <p>
          {card.published === null ? (
            <span className={isLate(card) ? 'tag tag-no' : 'tag'}>
              {say(isLate(card) ? 'works.day-late' : 'works.day', { count: day, number: card.targetDays })}
            </span>
          ) : (
            <span className="tag tag-done">{say('works.published', { version: card.published.version })}</span>
          )}
        </p>
      ) : (
        <p className="soft">{say(`works.${card.state}`)}</p>
      )}
      {card.state !== 'open' ? null : (
        <p className="soft">
          {card.atGate ? say('works.at-gate') : say('works.tasks-left', { count: card.tasksLeft })}
          {hands.length === 0 ? '' : ` · ${say('works.in-hand', { name: hands.join(', ') })}`}
        </p>
      )}
    </li>
  )
}
