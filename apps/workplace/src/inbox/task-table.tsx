import { BusyButton, useSession } from '@tereze/ui-app'
import { Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { whoseCase } from '../case/whose-case.ts'
import { Deadline } from '../deadline/deadline.tsx'
import { decideUrgency } from '../deadline/decide-urgency.ts'
import { useWords, type Words } from '../words/words.ts'
import type { ColumnId } from './columns.ts'
import { decideHolding, type Task } from './task.ts'
import type { Rows } from './use-rows.ts'

/** The lines of an inbox: what is to be done first, then the chosen columns. */
export function TaskTable(of: {
  tasks: readonly Task[]
  columns: readonly ColumnId[]
  rows: Rows
  /** Address to come back to from a case. */
  from: string
  take: (task: Task) => void
  busy: string | null
  label: string
  /** Ids of the tasks that are ticked; null where none can be. */
  chosen: ReadonlySet<string> | null
  choose: (ids: readonly string[], on: boolean) => void
}): ReactNode {
  const words = useWords()
  return (
    <table className="table-cards tasks" aria-label={of.label}>
      <thead>
        <tr>
          <th scope="col">
            {of.chosen === null ? null : (
              <input
                type="checkbox"
                className="tick"
                aria-label={words.say('bulk.all')}
                checked={of.tasks.every(({ task }) => of.chosen?.has(task))}
                onChange={event =>
                  of.choose(
                    of.tasks.map(({ task }) => task),
                    event.currentTarget.checked,
                  )
                }
              />
            )}
            {words.say('inbox.column.task')}
          </th>
          {of.columns.map(column => (
            <th key={column} scope="col">
              {words.say(`inbox.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.tasks.map((task, index) => {
          const { ref, ...link } = of.rows.linkOf(index)
          return (
            <tr key={task.task} className={`urgency-${decideUrgency(task.daysLeft)}`}>
              <th scope="row">
                {of.chosen === null ? null : (
                  <input
                    type="checkbox"
                    className="tick"
                    tabIndex={link.tabIndex}
                    aria-label={`${words.say('bulk.tick')}: ${whoseCase(task, words)}, ${task.number}`}
                    checked={of.chosen.has(task.task)}
                    onChange={event => of.choose([task.task], event.currentTarget.checked)}
                  />
                )}
                <Link
                  {...link}
                  ref={ref}
                  className="row-link"
                  to={`/cases/${task.case}?task=${encodeURIComponent(task.task)}`}
                  state={{ from: of.from }}
                >
                  {words.pick(task.title)}
                </Link>
                <span className="soft">{words.pick(task.serviceTitle)}</span>
              </th>
              {of.columns.map(column => (
                <td key={column} className={`column-${column}`} data-label={labelOf(column, words)}>
                  <Cell task={task} column={column} take={of.take} busy={of.busy === task.task} />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** On a phone a line is a small pane: what does not speak for itself gets its column's word. */
function labelOf(column: ColumnId, words: Words): string | undefined {
  return column === 'opened' || column === 'number' ? words.say(`inbox.column.${column}`) : undefined
}

function Cell(of: { task: Task; column: ColumnId; take: (task: Task) => void; busy: boolean }): ReactNode {
  const words = useWords()
  const { task } = of
  switch (of.column) {
    case 'deadline':
      return task.ended ? <Ended at={task.ended.at} /> : <Deadline daysLeft={task.daysLeft} date={task.deadline} />
    case 'applicant':
      return whoseCase(task, words)
    case 'number':
      return <span className="number">{task.number}</span>
    case 'opened':
      return <time dateTime={task.openedAt}>{words.day(task.openedAt, { short: true, year: false })}</time>
    case 'holder':
      return <Holder task={task} take={of.take} busy={of.busy} />
  }
}

function Ended({ at }: { at: string }): ReactNode {
  const words = useWords()
  return (
    <span className="deadline">
      <span className="tag tag-done">{words.say('inbox.ended')}</span>
      <time dateTime={at} className="soft">
        {words.day(at, { short: true, year: false })}
      </time>
    </span>
  )
}

function Holder(of: { task: Task; take: (task: Task) => void; busy: boolean }): ReactNode {
  const words = useWords()
  const { id } = useSession()
  const { task, take } = of
  if (task.ended) return task.ended.by === null ? null : words.name(task.ended.by.name)
  const holding = decideHolding(task, id)
  if (holding === 'own') {
    return (
      <span className="tag tag-moving">
        <Icon name="person" />
        {words.say('inbox.you')}
      </span>
    )
  }
  if (task.holder !== null) return words.name(task.holder.name)
  return (
    <BusyButton className="button button-plain take" busy={of.busy} onClick={() => take(task)}>
      {words.say('inbox.take')}
      <span className="hidden-text">{`: ${words.pick(task.title)}, ${whoseCase(task, words)}`}</span>
    </BusyButton>
  )
}
