import { Callout } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.tsx'

/** What came to be signed is something else than what is shown or wanted: it is not signed. */
export function Altered(): ReactNode {
  const { say } = useWords()
  return (
    <div role="alert" className="note">
      <Callout tone="no" title={say('sign.altered.title')}>
        <p>{say('sign.altered.text')}</p>
      </Callout>
    </div>
  )
}
