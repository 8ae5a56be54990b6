import type { Text } from '@tereze/operation'
import { Callout } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

/** Why the platform did not do what was ordered: each problem with the file that it concerns. Nothing where there is none. */
export function WhyRefused({
  title,
  problems,
}: {
  readonly title: string
  readonly problems: readonly { readonly path: string; readonly code: string; readonly message: Text }[]
}): ReactNode {
  const words = useWords()
  if (problems.length === 0) return null
  return (
    <Callout tone="no" title={title}>
      <ul>
        {problems.map(({ path, code, message }) => (
          <li key={`${path} ${code}`}>
            {words.pick(message)} <span className="soft">{path}</span>
          </li>
        ))}
      </ul>
    </Callout>
  )
}
