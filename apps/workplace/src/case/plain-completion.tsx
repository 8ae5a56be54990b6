import { BusyButton, RefusalNote } from '@tereze/ui-app'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import type { Completion } from './completion.ts'
import { ConfirmCompletion } from './confirm-completion.tsx'
import { hasCaseChanged } from './seen-revision.ts'
import { useCompletion, useLookAgain } from './use-case.ts'
import type { CaseTask, CaseView } from './view.ts'

/** Nothing is answered and nothing decided. */
const nothingToSay: Completion = { outcome: 'done', reason: '', answers: {}, outcomeWords: null, lines: [] }

/** Completes a task in which there is nothing to fill in, after a last look. */
export function PlainCompletion(of: {
  view: CaseView
  task: CaseTask
  label: string
  completed: (outcome: string) => void
}): ReactNode {
  const words = useWords()
  const { view, task } = of
  const [ready, setReady] = useState<Completion | null>(null)
  const completion = useCompletion()
  const readAnew = useLookAgain(task.case)
  const problem = completion.error?.problem

  function complete(): void {
    setReady(null)
    const { organisation, case: id, task: own } = task
    const { outcome, reason, answers } = nothingToSay
    completion.mutate(
      { organisation, case: id, task: own, outcome, reason, answers, revision: view.revision },
      { onSuccess: () => of.completed(words.say('outcome.done')) },
    )
  }

  return (
    <>
      {problem ? <RefusalNote problem={problem} /> : null}
      {hasCaseChanged(problem) ? (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => void readAnew().then(() => completion.reset())}
        >
          {words.say('form.look-again')}
        </button>
      ) : null}
      <BusyButton className="button" busy={completion.isPending} onClick={() => setReady(nothingToSay)}>
        {of.label}
      </BusyButton>
      <ConfirmCompletion completion={ready} close={() => setReady(null)} confirm={complete} view={view} />
    </>
  )
}
