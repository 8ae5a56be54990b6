import { useQuery } from '@tanstack/react-query'
import { listPublications, type PublicationCard, type PublicationState } from '@tereze/studio/contract'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { VersionsOnTrial } from '../version-trials/versions-on-trial.tsx'
import { RollbacksToReview } from '../versions/rollbacks-to-review.tsx'
import { useWords } from '../words/words.ts'
import { byWhom } from './by-whom.ts'

/** Requests by what they wait for. */
const groups: readonly (readonly ['review' | 'publish' | 'published' | 'returned', readonly PublicationState[]])[] = [
  ['review', ['review']],
  ['publish', ['approved', 'ordered']],
  ['returned', ['returned', 'refused', 'withdrawn']],
  ['published', ['published']],
]

/** The requests to publish of one's organisation at `/publications`, those that wait for somebody first. */
export function PublicationsPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: ['studio', 'publications', organisation],
    queryFn: ({ signal }) => ask(listPublications, { organisation }, { signal }),
  })
  const items = query.data?.items ?? []
  return (
    <Page title={words.say('publications.title')} wide>
      <div className="drafts-head">
        <h1>{words.say('publications.title')}</h1>
      </div>
      {query.isPending ? <Waiting lines={6} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      <VersionsOnTrial />
      {query.isSuccess && items.length === 0 ? (
        <PageState drawing="empty" title={words.say('publications.none')} small>
          <p>{words.say('publications.none-text')}</p>
        </PageState>
      ) : null}
      <RollbacksToReview />
      {groups.map(([group, states]) => {
        const own = items.filter(({ state }) => states.includes(state))
        if (own.length === 0) return null
        return (
          <section key={group}>
            <h2>{words.say(`publications.${group}`)}</h2>
            <ul className="draft-cards">
              {own.map(card => (
                <Card key={card.publication} card={card} />
              ))}
            </ul>
          </section>
        )
      })}
    </Page>
  )
}

function Card({ card }: { card: PublicationCard }): ReactNode {
  const words = useWords()
  return (
    <li className="pane">
      <h3>
        <Link to={`/publications/${card.publication}`}>{`${words.pick(card.title)} ${card.version}`}</Link>
      </h3>
      <p>{card.name}</p>
      <p className="soft">{words.say(`stage.${card.state}`)}</p>
      <p className="soft">{words.say('publication.requested', byWhom(words, card.requested))}</p>
    </li>
  )
}
