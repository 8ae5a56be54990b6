import type { Presence } from '@tereze/studio/contract'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { fileTitle } from './file-tree.tsx'

/** Who else has the draft open, and which part of it. */
export function HereLine({ here }: { here: readonly Presence[] }): ReactNode {
  const words = useWords()
  if (here.length === 0) return null
  return (
    <ul className="here" aria-label={words.say('here.title')}>
      {here.map(({ who, path }) => {
        const name = who.name === null ? words.say('here.somebody') : words.name(who.name)
        return (
          <li key={who.official}>
            {path === null
              ? words.say('here.draft', { name })
              : words.say('here.part', { name, part: fileTitle(words, path) })}
          </li>
        )
      })}
    </ul>
  )
}
