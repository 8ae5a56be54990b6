import { useQuery } from '@tanstack/react-query'
import { getDestruction } from '@tereze/cases/contract'
import { ask, Failure, useSession, Waiting } from '@tereze/ui-app'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { archiveKey } from './use-command.ts'

/** The list of the cases of an act, fetched when it is opened. */
export function ActCases({ destruction }: { destruction: string }): ReactNode {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="more" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{words.say('archive.list')}</summary>
      {isOpen ? <Listed destruction={destruction} /> : null}
    </details>
  )
}

function Listed({ destruction }: { destruction: string }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [archiveKey, 'act', organisation, destruction],
    queryFn: ({ signal }) => ask(getDestruction, { organisation, destruction }, { signal }),
  })
  if (query.isPending) return <Waiting lines={3} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  return (
    <ol className="archive-list">
      {query.data.cases.map(({ number, serviceTitle, index, kindTitle, opened, closed, keptUntil, sourceText }) => (
        <li key={number}>
          {number} · {words.pick(serviceTitle)}
          <span className="source">
            {words.say('archive.listed', {
              kind: `${index} ${words.pick(kindTitle)}`,
              opened: words.day(opened),
              closed: words.day(closed),
              until: words.day(keptUntil),
            })}{' '}
            {words.pick(sourceText)}
          </span>
        </li>
      ))}
    </ol>
  )
}
