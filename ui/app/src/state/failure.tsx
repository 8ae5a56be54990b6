import { mayRetry, type Problem } from '@tereze/ui-client'
import { type DrawingName, PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { signInAddress } from '../session/sign-in.ts'
import { wantedBy } from '../session/wanted-sign-in.ts'
import { useWords } from '../words/words.tsx'
import { decideState, type ScreenState } from './decide-state.ts'

const drawings: Readonly<Record<ScreenState, DrawingName>> = {
  'signed-out': 'evening',
  surer: 'sign',
  'no-right': 'closed',
  'not-found': 'lost',
  offline: 'broken',
  late: 'broken',
  refused: 'closed',
  broken: 'broken',
}

const levelOf = (problem: Problem): string | null => {
  const wanted = wantedBy(problem)
  return wanted?.for === 'surer' ? wanted.level : null
}

/** Why a screen, or (`small`) a part of it, has no content, and the way out. */
export function Failure(of: { problem: Problem | null; again: () => void; small?: boolean }): ReactNode {
  const { say } = useWords()
  const state = decideState(of.problem)
  const told = of.problem?.kind === 'refused' ? of.problem : null
  const again = of.problem === null || mayRetry(of.problem)
  const action =
    of.problem !== null && (state === 'signed-out' || state === 'surer') ? (
      <a className="button" href={signInAddress(window.location, levelOf(of.problem))}>
        {say('state.sign-in')}
      </a>
    ) : again ? (
      <button type="button" className="button" onClick={of.again}>
        {say('state.again')}
      </button>
    ) : null
  return (
    <div role="alert">
      <PageState
        drawing={drawings[state]}
        title={say(`state.${state}.title`)}
        small={of.small === true}
        action={action}
      >
        <p>{told?.remedy ?? ((state === 'refused' && told?.title) || say(`state.${state}.text`))}</p>
      </PageState>
    </div>
  )
}
