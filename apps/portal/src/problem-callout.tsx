import type { Problem } from '@tereze/ui-client'
import { Callout } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { problemTitle } from './problem-page.tsx'
import type { Ui } from './ui.ts'

/** Why a form was not taken, above the form, in the platform's own words. */
export function ProblemCallout({ problem, ui }: { problem: Problem; ui: Ui }): ReactNode {
  const worded = problem.kind === 'refused' || problem.kind === 'signed-out'
  return (
    <div role="alert">
      <Callout tone="no" title={worded ? problem.title : problemTitle(problem, ui)}>
        {worded && problem.detail ? <p>{problem.detail}</p> : null}
        {worded && problem.remedy ? <p>{problem.remedy}</p> : null}
      </Callout>
    </div>
  )
}
