import { Callout } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Compared } from '../compare/compared.tsx'
import { useWords } from '../words/words.ts'
import type { DraftWork } from '../work/use-work.ts'
import { fileTitle } from './file-tree.tsx'

/** Files that two changed: theirs and mine, and the question which one stays. Until it is answered nothing is saved. */
export function ConflictsPane({ own }: { own: DraftWork }): ReactNode {
  const words = useWords()
  if (own.conflicts.length === 0) return null
  return (
    <div role="alert">
      <Callout tone="no" title={words.say('conflict.title')}>
        <p>{words.say('conflict.text')}</p>
        <ul className="decisions">
          {own.conflicts.map(({ path, theirs, mine }) => (
            <li key={path}>
              <h2>{fileTitle(words, path)}</h2>
              <p className="soft">{words.say('conflict.how')}</p>
              <Compared
                before={theirs}
                after={mine}
                label={words.say('compare.label', { name: fileTitle(words, path) })}
              />
              <div className="actions">
                <button type="button" className="button button-quiet" onClick={() => own.settle(path, 'mine')}>
                  {words.say('conflict.mine')}
                </button>
                <button type="button" className="button button-quiet" onClick={() => own.settle(path, 'theirs')}>
                  {words.say('conflict.theirs')}
                </button>
              </div>
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  )
}
