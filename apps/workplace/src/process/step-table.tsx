import { Icon } from '@tereze/ui-components'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useWords, type Words } from '../words/words.ts'
import { incidentWords, lasted, roleWords, stateIcons } from './step-words.ts'
import type { Instance, Step } from './view.ts'

/** The steps of a process as a table: the same as the diagram, for everybody who reads rather than looks. */
export function StepTable(props: {
  instance: Instance
  chosen: string | null
  choose: (element: string) => void
}): ReactNode {
  const { instance, chosen, choose } = props
  const words = useWords()
  const [all, showAll] = useState(false)
  const steps = instance.elements.filter(
    step => all || step.state !== 'ahead' || step.timer !== null || step.element === chosen,
  )
  return (
    <>
      <label className="way-all">
        <input type="checkbox" checked={all} onChange={event => showAll(event.currentTarget.checked)} />
        {words.say('way.all', { count: instance.elements.filter(({ state }) => state === 'ahead').length })}
      </label>
      <table className="table-cards way-table">
        <caption className="hidden-text">{words.say('way.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say('way.column.step')}</th>
            <th scope="col">{words.say('way.column.state')}</th>
            <th scope="col">{words.say('way.column.time')}</th>
          </tr>
        </thead>
        <tbody onKeyDown={moveBetweenRows}>
          {steps.map(step => (
            <tr key={step.element} className={step.element === chosen ? 'row-chosen' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="way-step"
                  data-element={step.element}
                  aria-current={step.element === chosen ? 'true' : undefined}
                  onFocus={() => choose(step.element)}
                  onClick={() => choose(step.element)}
                >
                  {words.pick(step.name)}
                </button>
                <Who step={step} words={words} />
              </th>
              <td data-label={words.say('way.column.state')}>
                <span className={`step-state step-${step.state}`}>
                  <Icon name={stateIcons[step.state]} />
                  {words.say(`way.state.${step.state}`)}
                </span>
                {step.visits > 1 ? (
                  <span className="soft">{words.say('way.visits', { count: step.visits })}</span>
                ) : null}
                {step.incident === null ? null : <p>{incidentWords(step.incident.code, words)}</p>}
              </td>
              <td data-label={words.say('way.column.time')}>
                <Times step={step} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Who({ step, words }: { step: Step; words: Words }): ReactNode {
  const role = roleWords(step, words)
  const holder = step.task?.holder ?? null
  if (role === null) return null
  return <span className="soft">{holder === null ? role : `${role} · ${words.name(holder)}`}</span>
}

function Times({ step, words }: { step: Step; words: Words }): ReactNode {
  const moment = (at: string) => <time dateTime={at}>{words.moment(at, { year: false, short: true })}</time>
  const took = lasted(step.seconds, words)
  return (
    <>
      {step.until === null && step.since === null ? null : moment(step.until ?? step.since ?? '')}
      {took === null ? null : <span className="soft">{words.say('way.took', { time: took })}</span>}
      {step.task === null || step.task.deadline === null ? null : (
        <span>{words.say('way.deadline', { date: words.date(step.task.deadline, { year: false, short: true }) })}</span>
      )}
      {step.timer === null ? null : (
        <span>
          {words.say('way.timer')}: {moment(step.timer)}
        </span>
      )}
    </>
  )
}

/** Arrows go from row to row, Home and End to the first and the last. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.way-step')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  const row = to === undefined ? undefined : rows[to]
  if (at < 0 || row === undefined) return
  row.focus()
  event.preventDefault()
}
