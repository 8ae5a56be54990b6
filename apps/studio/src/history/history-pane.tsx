import { useQuery } from '@tanstack/react-query'
import { getRevision, listRevisions, type Revision, restoreRevision } from '@tereze/studio/contract'
import { ask, BusyButton, commandOf, Failure, RefusalNote, Waiting } from '@tereze/ui-app'
import { type ReactNode, useState } from 'react'
import { Compared } from '../compare/compared.tsx'
import { fileTitle } from '../draft/file-tree.tsx'
import { useWords } from '../words/words.ts'
import type { DraftWork } from '../work/use-work.ts'

const useCommand = commandOf('studio-history')

/** The history of a draft: who saved what, when; how a revision differs from now; and the way back to it. */
export function HistoryPane(of: { organisation: string; draft: string; own: DraftWork; readOnly: boolean }): ReactNode {
  const words = useWords()
  const { organisation, draft, own } = of
  const [chosen, choose] = useState<number | null>(null)
  const query = useQuery({
    queryKey: ['studio-history', organisation, draft, own.revision],
    queryFn: ({ signal }) => ask(listRevisions, { organisation, draft }, { signal }),
    placeholderData: before => before,
  })
  return (
    <section className="history" aria-label={words.say('history.title')}>
      <h2>{words.say('history.title')}</h2>
      {query.isPending ? <Waiting lines={5} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      <ol>
        {query.data?.items.map(revision => (
          <li key={revision.revision}>
            <button
              type="button"
              aria-expanded={chosen === revision.revision}
              onClick={() => choose(chosen === revision.revision ? null : revision.revision)}
            >
              <strong>{words.moment(revision.at, { year: false })}</strong>
              <span className="soft">
                {revision.by.name === null ? words.say('here.somebody') : words.name(revision.by.name)}
              </span>
              <span className="soft">{whatOf(revision, words)}</span>
            </button>
            {chosen === revision.revision ? <Chosen {...of} revision={revision.revision} /> : null}
          </li>
        ))}
      </ol>
      {query.data?.more ? <p className="soft">{words.say('history.more')}</p> : null}
    </section>
  )
}

function whatOf({ files, restored, revision }: Revision, words: ReturnType<typeof useWords>): string {
  if (restored !== null) return words.say('history.restored')
  if (revision === 1) return words.say('history.begun')
  const names = files.slice(0, 3).map(({ path }) => fileTitle(words, path))
  return files.length > 3 ? `${names.join(', ')} …` : names.join(', ')
}

function Chosen(of: {
  organisation: string
  draft: string
  own: DraftWork
  readOnly: boolean
  revision: number
}): ReactNode {
  const words = useWords()
  const { organisation, draft, own, revision } = of
  const query = useQuery({
    queryKey: ['studio-revision', organisation, draft, revision],
    queryFn: ({ signal }) => ask(getRevision, { organisation, draft, revision }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const restore = useCommand(restoreRevision, () => void own.catchUp())
  if (query.isPending) return <Waiting lines={3} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  const then = new Map(query.data.files.map(({ path, text }) => [path, text]))
  const paths = [...new Set([...then.keys(), ...own.work.files.keys()])]
    .filter(path => then.get(path) !== own.work.files.get(path))
    .sort()
  return (
    <div className="history-chosen">
      <p className="soft">{words.say(paths.length === 0 ? 'history.same' : 'history.since')}</p>
      {paths.map(path => (
        <details key={path}>
          <summary>{fileTitle(words, path)}</summary>
          <Compared
            before={then.get(path) ?? null}
            after={own.work.files.get(path) ?? null}
            label={words.say('compare.label', { name: fileTitle(words, path) })}
          />
        </details>
      ))}
      {of.readOnly || paths.length === 0 ? null : own.state === 'saved' ? (
        <BusyButton
          className="button button-small"
          busy={restore.isPending}
          onClick={() => restore.mutate({ organisation, draft, revision, seen: own.revision })}
        >
          {words.say('history.restore')}
        </BusyButton>
      ) : (
        <p className="soft">{words.say('history.save-first')}</p>
      )}
      {restore.error ? <RefusalNote problem={restore.error.problem} /> : null}
    </div>
  )
}
