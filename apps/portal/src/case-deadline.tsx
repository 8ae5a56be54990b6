import type { getOwnCase } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { Callout } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import type { Ui } from './ui.ts'

type Deadline = NonNullable<OutputOf<typeof getOwnCase>['deadline']>

/** That the term of a case stands still, since when, what for, and until when at the latest. */
export function Suspended({ deadline, ui }: { deadline: Deadline; ui: Ui }): ReactNode {
  const { suspended } = deadline
  if (suspended === null) return null
  return (
    <div className="above">
      <Callout tone="you" title={ui.t('case.suspended')}>
        <p>{ui.t(`case.suspended.${suspended.waitsFor}`, { until: ui.day(suspended.until, { role: 'until' }) })}</p>
        <p>{ui.say(suspended.ground)}</p>
        <p>{ui.t('case.suspended.then')}</p>
      </Callout>
    </div>
  )
}

/** Why the case is due on that day: everything that was counted, and the terms of its stages. */
export function WhyThatDay({ deadline, ui }: { deadline: Deadline; ui: Ui }): ReactNode {
  return (
    <details className="more">
      <summary>{ui.t('case.deadline.why')}</summary>
      <p>{ui.say(deadline.summary)}</p>
      {deadline.lines.length === 0 ? null : (
        <ul>
          {deadline.lines.map(line => (
            <li key={line.en}>{ui.say(line)}</li>
          ))}
        </ul>
      )}
      {deadline.stages.length === 0 ? null : (
        <>
          <p>{ui.t('case.deadline.stages')}</p>
          <ul>
            {deadline.stages.map(stage => (
              <li key={stage.stage}>
                {ui.say(stage.title)}: {ui.day(stage.date)}
                {stage.late ? `, ${ui.t('case.deadline.late')}` : ''}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}
