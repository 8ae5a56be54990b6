import { useQuery } from '@tanstack/react-query'
import { describeChanges } from '@tereze/package-changes'
import type { ReactNode } from 'react'
import { Compared } from '../compare/compared.tsx'
import { fileTitle } from '../draft/file-tree.tsx'
import { useWords } from '../words/words.ts'
import { changedFiles, type Files } from './changed-paths.ts'

/** What is other than before: decisions and regulations by their meaning, every part line by line for whoever opens it. */
export function Changes({ before, after }: { before: Files; after: Files }): ReactNode {
  const words = useWords()
  const changed = changedFiles(before, after)
  return (
    <section className="changes" aria-label={words.say('changes.title')}>
      <h2>{words.say('changes.title')}</h2>
      {changed.length === 0 ? <p className="soft">{words.say('changes.none')}</p> : null}
      <ul>
        {changed.map(({ path, change }) => (
          <li key={path}>
            <details>
              <summary>
                {fileTitle(words, path)} <span className="soft">{words.say(`changes.${change}`)}</span>
              </summary>
              <Meaning path={path} before={before.get(path) ?? null} after={after.get(path) ?? null} />
              <Compared
                before={before.get(path) ?? null}
                after={after.get(path) ?? null}
                label={words.say('compare.label', { name: fileTitle(words, path) })}
              />
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Meaning({ path, before, after }: { path: string; before: string | null; after: string | null }): ReactNode {
  const { language } = useWords()
  const { data } = useQuery({
    queryKey: ['changes', path, before, after, language],
    queryFn: () => describeChanges(path, before, after, language),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data === undefined || data === null) return null
  return (
    <ul className="changes-meant">
      {data.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read the same.
        <li key={index}>{line}</li>
      ))}
    </ul>
  )
}
