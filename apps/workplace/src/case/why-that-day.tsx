import { Callout } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import type { CaseView } from './view.ts'

/** That the term stands still, and why the case is due on its day: what was counted, the stages, what was prolonged. */
export function WhyThatDay({ view }: { view: CaseView }): ReactNode {
  const words = useWords()
  const { deadline } = view
  if (deadline == null || view.card.outcome !== null) return null
  const { suspended } = deadline
  return (
    <>
      {suspended === null ? null : (
        <Callout tone="you" title={words.say('day.suspended')}>
          <p>
            {words.say(`day.suspended.${suspended.waitsFor}`, { date: words.date(suspended.until, { role: 'until' }) })}
          </p>
          <p>{words.pick(suspended.ground)}</p>
        </Callout>
      )}
      <details className="more why-day">
        <summary>{words.say('day.why', { date: words.date(deadline.date) })}</summary>
        <p>{words.pick(deadline.summary)}</p>
        <ul>
          {deadline.lines.map(line => (
            <li key={line.en}>{words.pick(line)}</li>
          ))}
        </ul>
        {deadline.stages.length === 0 ? null : (
          <>
            <h3>{words.say('day.stages')}</h3>
            <ul>
              {deadline.stages.map(stage => (
                <li key={stage.stage}>
                  {words.pick(stage.title)}: {words.date(stage.date, { short: true })},{' '}
                  {words.say(`day.${stage.state}`)}
                  {stage.late ? ` · ${words.say('day.late')}` : ''}
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </>
  )
}
