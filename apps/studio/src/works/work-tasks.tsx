import { changeTask, type PipelineItem, type PipelineStage } from '@tereze/studio/contract'
import { BusyButton, commandOf, RefusalNote, useSession } from '@tereze/ui-app'
import { type ReactNode, useState } from 'react'
import { byWhom } from '../publications/by-whom.ts'
import { useWords } from '../words/words.ts'
import type { OpenedWork } from './work-page.tsx'

const useCommand = commandOf('studio')

/** The tasks of the stage where a work stands: taken, let go, finished with what came of them. */
export function WorkTasks({ opened, stage }: { opened: OpenedWork; stage: PipelineStage }): ReactNode {
  const { say } = useWords()
  return (
    <section aria-label={say('work.tasks')}>
      <h2>{say('work.tasks')}</h2>
      <ul className="work-items">
        {stage.tasks.map(item => (
          <Task key={item.id} opened={opened} item={item} />
        ))}
      </ul>
    </section>
  )
}

function Task({ opened, item }: { opened: OpenedWork; item: PipelineItem }): ReactNode {
  const words = useWords()
  const { say, pick } = words
  const { organisation, id } = useSession()
  const [isFinishing, finish] = useState(false)
  const [result, write] = useState('')
  const change = useCommand(changeTask, () => finish(false))
  const { work } = opened.card
  const task = opened.tasks.find(one => one.task === item.id)
  const state = task?.state ?? 'open'
  const isMine = state === 'taken' && task?.by?.official === id
  const isFree = state === 'open' || state === 'again'
  const send = (wish: 'take' | 'let-go' | 'finish') =>
    change.mutate({ organisation, work, task: item.id, do: wish, ...(wish === 'finish' ? { result } : {}) })
  return (
    <li className="pane">
      <h3>{pick(item.title)}</h3>
      <p className="soft">
        <span className={state === 'done' ? 'tag tag-done' : state === 'open' ? 'tag' : 'tag tag-you'}>
          {say(`work.task.${state}`)}
        </span>
        {item.optional ? ` ${say('work.optional')}` : ''}
        {task?.by && task.at !== null ? ` ${say('work.by', byWhom(words, { by: task.by, at: task.at }))}` : ''}
      </p>
      {task === undefined || task.result === '' ? null : <p>{task.result}</p>}
      {opened.may.do && isFinishing ? (
        <label className="field">
          <span>{say('work.result')}</span>
          <textarea
            className="input"
            rows={2}
            maxLength={2000}
            value={result}
            onChange={event => write(event.target.value)}
          />
        </label>
      ) : null}
      {opened.may.do && (isFree || isMine) ? (
        <div className="actions">
          {isFree && !isFinishing ? (
            <BusyButton className="button button-quiet" busy={change.isPending} onClick={() => send('take')}>
              {say('work.take')}
            </BusyButton>
          ) : null}
          <BusyButton
            className="button button-quiet"
            busy={change.isPending}
            onClick={() => (isFinishing ? send('finish') : finish(true))}
          >
            {say(isFinishing ? 'work.finish' : 'work.done')}
          </BusyButton>
          {isMine ? (
            <BusyButton className="button button-plain" busy={change.isPending} onClick={() => send('let-go')}>
              {say('work.let-go')}
            </BusyButton>
          ) : null}
        </div>
      ) : null}
      {change.error ? <RefusalNote problem={change.error.problem} /> : null}
    </li>
  )
}
