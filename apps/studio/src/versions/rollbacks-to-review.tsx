import { useQuery } from '@tanstack/react-query'
import { listRollbacks } from '@tereze/studio/contract'
import { ask, useSession } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { byWhom } from '../publications/by-whom.ts'
import { useWords } from '../words/words.ts'

/** Rollbacks that nobody has looked at yet, above the requests to publish; nothing where there are none. */
export function RollbacksToReview(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: ['studio', 'rollbacks', organisation],
    queryFn: ({ signal }) => ask(listRollbacks, { organisation }, { signal }),
  })
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section>
      <h2>{words.say('rollback.to-review')}</h2>
      <ul className="draft-cards">
        {items.map(card => (
          <li key={card.rollback} className="pane">
            <h3>
              <Link to={`/versions/${card.kind}/${card.package}`}>{words.pick(card.title)}</Link>
            </h3>
            <p>{words.say('rollback.way', { version: card.to, name: card.from })}</p>
            <p className="soft">{words.say(`rollback.${card.state}`, byWhom(words, card.ordered))}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
