import { formatDecimal } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import type { OpenedWork } from './work-page.tsx'

const parts = ['visits', 'papers', 'humanSteps'] as const
const partWord = { visits: 'metric.visits', papers: 'metric.papers', humanSteps: 'metric.human-steps' } as const

/** How long a work took, stage by stage, and what the service asks of people before and after it. */
export function WorkTimesTable({ opened: { pipeline, times, level, card } }: { opened: OpenedWork }): ReactNode {
  const { say, pick, language } = useWords()
  const number = (value: number) => formatDecimal(String(value), language)
  const named = pipeline.stages.map(({ id, title }) => ({
    ...(times.stages.find(({ stage }) => stage === id) ?? { stage: id, days: 0, working: 0, waiting: 0 }),
    title: pick(title),
  }))
  const all = [...named, { ...times, stage: '', title: say('times.until-published') }]
  const { before, after } = level
  return (
    <section aria-label={say('times.title')}>
      <h2>{say('times.title')}</h2>
      <p className="soft">{say('times.text', { count: card.targetDays })}</p>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('times.stage')}</th>
              <th scope="col">{say('times.days')}</th>
              <th scope="col">{say('times.working')}</th>
              <th scope="col">{say('times.waiting')}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ stage, title, days, working, waiting }) => (
              <tr key={stage}>
                <th scope="row">{title}</th>
                <td className="figures">{number(days)}</td>
                <td className="figures">{number(working)}</td>
                <td className="figures">{number(waiting)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {before === null && after === null ? null : (
        <div className="table-scroll">
          <table aria-label={say('times.level')}>
            <thead>
              <tr>
                <th scope="col">{say('times.level')}</th>
                <th scope="col">{say('times.before')}</th>
                <th scope="col">{say('times.after')}</th>
              </tr>
            </thead>
            <tbody>
              {parts.map(part => (
                <tr key={part}>
                  <th scope="row">{say(partWord[part])}</th>
                  <td className="figures">{before?.[part] ?? '–'}</td>
                  <td className="figures">{after?.[part] ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
