import { Callout } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Compared } from '../compare/compared.tsx'
import { useWords } from '../words/words.ts'
import type { DraftWork } from '../work/use-work.ts'
import { fileTitle } from './file-tree.tsx'

/** What was written here and never kept by the platform: offered back, with what differs. */
export function RecoveryPane({ own }: { own: DraftWork }): ReactNode {
  const words = useWords()
  if (own.found.length === 0) return null
  return (
    <Callout tone="you" title={words.say('recovery.title')}>
      <p>{words.say('recovery.text')}</p>
      <ul className="decisions">
        {own.found.map(({ path, text }) => (
          <li key={path}>
            <details>
              <summary>{fileTitle(words, path)}</summary>
              <Compared
                before={own.work.files.get(path) ?? null}
                after={text}
                label={words.say('compare.label', { name: fileTitle(words, path) })}
              />
            </details>
          </li>
        ))}
      </ul>
      <div className="actions">
        <button type="button" className="button" onClick={() => own.recover(true)}>
          {words.say('recovery.take')}
        </button>
        <button type="button" className="button button-quiet" onClick={() => own.recover(false)}>
          {words.say('recovery.forget')}
        </button>
      </div>
    </Callout>
  )
}
