import { useQuery } from '@tanstack/react-query'
import { listVersionsOnTrial } from '@tereze/studio/contract'
import { ask, useSession } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'

/** Services with a version on trial, above the requests to publish, those first that wait for a publisher; nothing where there are none. */
export function VersionsOnTrial(): ReactNode {
  const { say, pick } = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: ['studio', 'on-trial', organisation],
    queryFn: ({ signal }) => ask(listVersionsOnTrial, { organisation }, { signal }),
  })
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section>
      <h2>{say('trial.list')}</h2>
      <ul className="draft-cards">
        {items.map(({ kind, package: id, title, version, share }) => (
          <li key={`${kind}/${id}`} className="pane">
            <h3>
              <Link to={`/versions/${kind}/${id}`}>{pick(title)}</Link>
            </h3>
            <p>
              {share === 0 ? (
                <strong>{say('trial.held', { version })}</strong>
              ) : (
                say('trial.now', { version, count: share })
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
