import type { Problem } from '@tereze/ui-client'
import { Callout } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import { decideState } from './decide-state.ts'

/** Why a command was not done, beside the place where it was given. */
export function RefusalNote({ problem }: { problem: Problem }): ReactNode {
  const { say } = useWords()
  const state = decideState(problem)
  const told = problem.kind === 'refused' && state !== 'broken' ? problem : null
  return (
    <div role="alert" className="note">
      <Callout tone="no" title={told?.title ?? say(`state.${state}.title`)}>
        <p>{told ? (told.remedy ?? told.detail ?? '') : say(`state.${state}.text`)}</p>
        {told && told.also.length > 0 ? (
          <ul>
            {told.also.map(field => (
              <li key={`${field.pointer} ${field.code}`}>{field.title}</li>
            ))}
          </ul>
        ) : null}
      </Callout>
    </div>
  )
}
