import type { ReactNode } from 'react'
import { byWhom } from '../publications/by-whom.ts'
import { useWords } from '../words/words.ts'
import type { OpenedWork } from './work-page.tsx'

/** What happened to a work, the newest first. */
export function WorkHistory({ opened: { pipeline, history } }: { opened: OpenedWork }): ReactNode {
  const words = useWords()
  const { say } = words
  const stage = (id: string | null) => {
    const found = pipeline.stages.find(one => one.id === id)
    return found === undefined ? '' : words.pick(found.title)
  }
  return (
    <section aria-label={say('history.title')}>
      <h2>{say('history.title')}</h2>
      <ol className="timeline">
        {history.toReversed().map(step => (
          <li key={`${step.at} ${step.what} ${step.to}`}>
            <p>
              {say(`passage.${step.what}`, { part: stage(step.to ?? step.from) })}
              {step.reason === '' ? '' : ` — ${step.reason}`}
            </p>
            <p className="soft">{say('work.by', byWhom(words, step))}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
