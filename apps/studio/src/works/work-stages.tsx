import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import type { OpenedWork } from './work-page.tsx'

/** The stages of a work in order, with the days spent in each. */
export function WorkStages({ opened: { pipeline, card, times } }: { opened: OpenedWork }): ReactNode {
  const { say, pick } = useWords()
  const at = pipeline.stages.findIndex(({ id }) => id === card.stage)
  return (
    <ol className="work-stages" aria-label={say('work.stages')}>
      {pipeline.stages.map(({ id, title }, index) => {
        const days = times.stages.find(({ stage }) => stage === id)?.days ?? 0
        const isNow = index === at && card.state === 'open'
        const isDone = index < at || card.state === 'finished'
        return (
          <li
            key={id}
            aria-current={isNow ? 'step' : undefined}
            className={isNow ? 'work-stage-now' : isDone ? 'work-stage-done' : ''}
          >
            <strong>{pick(title)}</strong>
            <span className="soft">
              {isNow || isDone ? say('work.days', { count: Math.ceil(days) }) : say('work.later')}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
