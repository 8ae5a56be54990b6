import { Failure, RefusalNote, Waiting } from '@tereze/ui-app'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { keepAnswers } from './answer-draft.ts'
import type { Completion } from './completion.ts'
import { ConfirmCompletion } from './confirm-completion.tsx'
import { FillForm } from './fill-form.tsx'
import type { TaskForm } from './form-words.ts'
import { hasCaseChanged, seenRevision } from './seen-revision.ts'
import { useCompletion, useLookAgain, useTaskForm } from './use-case.ts'
import type { CaseTask, CaseView } from './view.ts'

/** The form of a task that one holds: kept as one goes, confirmed once. */
export default function TaskWork(of: {
  view: CaseView
  task: CaseTask
  completed: (outcome: string) => void
}): ReactNode {
  const words = useWords()
  const { view, task } = of
  const query = useTaskForm(task, view)
  const [ready, setReady] = useState<Completion | null>(null)
  const completion = useCompletion()
  const readAnew = useLookAgain(task.case)

  function complete(form: TaskForm, ofTask: Completion): void {
    setReady(null)
    completion.mutate(
      {
        organisation: task.organisation,
        case: task.case,
        task: task.task,
        outcome: ofTask.outcome,
        reason: ofTask.reason,
        answers: ofTask.answers,
        revision: seenRevision(view, form),
      },
      {
        onSuccess() {
          keepAnswers(sessionStorage, task.task, null)
          of.completed(ofTask.outcomeWords ?? words.say('outcome.done'))
        },
      },
    )
  }

  async function lookAgain(): Promise<void> {
    await readAnew()
    completion.reset()
    document.querySelector<HTMLElement>('#decision input, #decision textarea, #decision select')?.focus()
  }

  if (query.isPending) return <Waiting lines={6} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  return (
    <>
      <FillForm
        view={view}
        form={query.data}
        keep={task.task}
        proposal
        busy={completion.isPending}
        begin={completion.reset}
        finish={setReady}
      >
        {completion.error ? <RefusalNote problem={completion.error.problem} /> : null}
        {hasCaseChanged(completion.error?.problem) ? (
          <button type="button" className="button button-quiet" onClick={() => void lookAgain()}>
            {words.say('form.look-again')}
          </button>
        ) : null}
      </FillForm>
      <ConfirmCompletion
        completion={ready}
        close={() => setReady(null)}
        confirm={of => complete(query.data, of)}
        view={view}
      />
    </>
  )
}
