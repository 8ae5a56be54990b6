import { BusyButton, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { Callout, Icon, Pane, Verdict } from '@tereze/ui-components'
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { decideHolding, type Task } from '../inbox/task.ts'
import type { useHolding } from '../inbox/use-tasks.ts'
import { useWords } from '../words/words.ts'
import { ActivitiesPart } from './activities-part.tsx'
import { ActMenu } from './acts/act-menu.tsx'
import { Checklist } from './checklist.tsx'
import { DraftDecision } from './draft-decision.tsx'
import { PlainCompletion } from './plain-completion.tsx'
import { RequestsPart } from './requests-part.tsx'
import { SaidPart } from './said-part.tsx'
import { SignaturesPart } from './signatures-part.tsx'
import type { CaseTask, CaseView } from './view.ts'
import { whoseCase } from './whose-case.ts'

/** The form engine comes only when one has something to fill in. */
const TaskWork = lazy(() => import('./task-work.tsx'))

/** What has just been completed here, and what to go on with. */
export interface Done {
  /** In words. */
  readonly outcome: string
  readonly next: Task | null
}

/** The task at hand: who holds it, checklist, draft decision with reasons, form or choice. Without a task: how the case ended. */
export function TaskPane(of: {
  view: CaseView
  task: CaseTask | null
  done: Done | null
  hold: (take: boolean) => void
  holding: ReturnType<typeof useHolding>
  completed: (outcome: string, task: string) => void
  from: string
}): ReactNode {
  const words = useWords()
  const { id } = useSession()
  const { view, task } = of
  return (
    <>
      {of.done ? <WhatIsDone done={of.done} from={of.from} /> : null}
      <Pane>
        <h2>{task ? words.pick(task.title) : words.say('task.none-title')}</h2>
        {task ? <Holding task={task} hold={of.hold} busy={of.holding.isPending} /> : <Ending view={view} />}
        {task?.escalated === true ? (
          <p>{words.say(task.may?.assign === true ? 'task.escalated-to-give' : 'task.escalated')}</p>
        ) : null}
        {task ? <ActMenu key={task.task} view={view} task={task} /> : null}
        {of.holding.error ? <RefusalNote problem={of.holding.error.problem} /> : null}
        {task ? <SaidPart view={view} task={task} /> : null}
        <RequestsPart view={view} />
        <SignaturesPart view={view} />
        <Checklist view={view} />
        <DraftDecision view={view} />
        {task?.offers && decideHolding(task, id) === 'own' ? (
          <ActivitiesPart
            key={task.task}
            view={view}
            task={task}
            offers={task.offers}
            completed={outcome => of.completed(outcome, task.task)}
          />
        ) : null}
        {task && !task.offers && task.form === false && decideHolding(task, id) === 'own' ? (
          <section className="work-part" id="plain" key={task.task}>
            <PlainCompletion
              view={view}
              task={task}
              label={words.say('form.complete')}
              completed={outcome => of.completed(outcome, task.task)}
            />
          </section>
        ) : null}
        {task && !task.offers && task.form !== false && decideHolding(task, id) === 'own' ? (
          <Suspense fallback={<Waiting lines={6} />}>
            <TaskWork key={task.task} view={view} task={task} completed={outcome => of.completed(outcome, task.task)} />
          </Suspense>
        ) : null}
      </Pane>
    </>
  )
}

function Holding({ task, hold, busy }: { task: CaseTask; hold: (take: boolean) => void; busy: boolean }): ReactNode {
  const words = useWords()
  const { id } = useSession()
  const state = decideHolding(task, id)
  if (state === 'own') {
    return (
      <div className="holding holding-own" role="status">
        <Icon name="person" />
        <span>
          {words.say('task.own')}{' '}
          {task.delegated
            ? words.say('task.delegated', {
                name: words.name(task.delegated.name),
                date: words.date(task.delegated.until, { year: false }),
              })
            : null}
        </span>
        <BusyButton className="button button-plain" busy={busy} onClick={() => hold(false)}>
          {words.say('task.give-back')}
        </BusyButton>
      </div>
    )
  }
  if (task.holder !== null) {
    return (
      <div className="holding" role="status">
        <Icon name="lock" />
        <span>{words.say('task.held', { name: words.name(task.holder.name) })}</span>
      </div>
    )
  }
  return (
    <div className="holding" role="status">
      <Icon name="info" />
      <span>{words.say('task.free')}</span>
      <BusyButton className="button" busy={busy} onClick={() => hold(true)}>
        {words.say('task.take')}
      </BusyButton>
    </div>
  )
}

function Ending({ view }: { view: CaseView }): ReactNode {
  const { say } = useWords()
  const { outcome } = view.card
  if (outcome === null) return <p>{say('task.none-now')}</p>
  return <Verdict yes={outcome === 'granted' || outcome === 'partly-granted'}>{say(`outcome.${outcome}`)}</Verdict>
}

function WhatIsDone({ done, from }: { done: Done; from: string }): ReactNode {
  const words = useWords()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className="what-is-done">
      <Callout tone="done" live title={words.say('task.completed', { outcome: done.outcome })}>
        <p>{words.say('task.completed-hint')}</p>
        <div className="actions">
          {done.next ? (
            <Link
              className="button"
              to={`/cases/${done.next.case}?task=${encodeURIComponent(done.next.task)}`}
              state={{ from }}
            >
              {words.say('task.next', { name: whoseCase(done.next, words) })}
            </Link>
          ) : null}
          <Link className="button button-quiet" to={from}>
            {words.say('case.back')}
          </Link>
        </div>
      </Callout>
    </div>
  )
}
