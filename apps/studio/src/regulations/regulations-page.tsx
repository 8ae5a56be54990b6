import { useQuery } from '@tanstack/react-query'
import { stageText } from '@tereze/regulation'
import { listRegulations, type RegulationCard } from '@tereze/regulations/contract'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'
import './regulations.css'
import { Turns } from './turns.tsx'
import { useBodies } from './use-bodies.ts'

const groups = ['own-turn', 'moving', 'law', 'ended'] as const

/** Where a card stands in the list of an organisation: what waits for it comes first. */
function groupOf({ turns, stage }: RegulationCard, organisation: string): (typeof groups)[number] {
  if (turns.some(({ body }) => body === `org:${organisation}`)) return 'own-turn'
  if (stage === 'in-force') return 'law'
  return stage === 'amended' || stage === 'repealed' ? 'ended' : 'moving'
}

/** The regulations of one's body and those of others on which it is asked, at `/regulations`. */
export function RegulationsPage(): ReactNode {
  const words = useWords()
  const { organisation, roles } = useSession()
  const query = useQuery({
    queryKey: ['regulations', 'list', organisation],
    queryFn: ({ signal }) => ask(listRegulations, { organisation }, { signal }),
  })
  const items = query.data?.items ?? []
  return (
    <Page title={words.say('regulations.title')} wide>
      <div className="drafts-head">
        <h1>{words.say('regulations.title')}</h1>
        {roles.includes('developer') ? (
          <Link className="button" to="/regulations/begin">
            {words.say('regulations.begin')}
          </Link>
        ) : null}
      </div>
      {query.isPending ? <Waiting lines={6} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.isSuccess && items.length === 0 ? (
        <PageState drawing="empty" title={words.say('regulations.none')} small>
          <p>{words.say('regulations.none-text')}</p>
        </PageState>
      ) : null}
      {groups.map(group => {
        const own = items.filter(card => groupOf(card, organisation) === group)
        if (own.length === 0) return null
        return (
          <section key={group}>
            <h2>{words.say(`regulations.${group}`)}</h2>
            <ul className="draft-cards">
              {own.map(card => (
                <Card key={card.regulation} card={card} />
              ))}
            </ul>
          </section>
        )
      })}
    </Page>
  )
}

function Card({ card }: { card: RegulationCard }): ReactNode {
  const words = useWords()
  const bodies = useBodies()
  return (
    <li className="pane">
      <h3>
        <Link to={`/regulations/${card.owner}/${card.regulation}`}>{`${words.pick(card.title)} ${card.version}`}</Link>
      </h3>
      <p className="soft">{bodies.name(card.owner)}</p>
      <p>
        {stageText(card.stage, words.language)} <Days card={card} />
      </p>
      <Turns card={card} />
    </li>
  )
}

/** From when and until when it is law. */
export function Days({ card: { inForce, endsOn } }: { card: RegulationCard }): ReactNode {
  const words = useWords()
  if (inForce === null) return null
  return (
    <span className="soft">
      {words.say('life.from', { moment: words.date(inForce) })}
      {endsOn === null ? '' : ` · ${words.say('life.ends', { moment: words.date(endsOn) })}`}
    </span>
  )
}
