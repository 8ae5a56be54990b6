import { Failure, Waiting } from '@tereze/ui-app'
import { type ReactNode, useMemo } from 'react'
import { Button, Heading } from 'react-aria-components'
import type { Completion } from '../case/completion.ts'
import { FillForm } from '../case/fill-form.tsx'
import { useCase, useTaskForm } from '../case/use-case.ts'
import { useWords } from '../words/words.ts'
import type { Task } from './task.ts'

/** The form of the first of several tasks, with nothing of its own case in it, to complete all of them alike. */
export default function AlikeWork(of: {
  tasks: readonly [Task, ...Task[]]
  finish: (completion: Completion) => void
  close: () => void
}): ReactNode {
  const words = useWords()
  const [first] = of.tasks
  const count = of.tasks.length
  const view = useCase(first.case)
  const form = useTaskForm(first, { revision: view.data?.revision })
  const blank = useMemo(
    () => (form.data === undefined || form.data.prefill.length > 0 ? null : { ...form.data, data: {} }),
    [form.data],
  )
  const problem = view.error?.problem ?? form.error?.problem ?? null
  return (
    <div className="act-form">
      <Heading slot="title" className="sheet-title">
        {words.say('bulk.complete-title', { count })}
      </Heading>
      <p>{words.pick(first.title)}</p>
      {view.isError || form.isError ? (
        <Failure
          problem={problem}
          again={() => {
            void view.refetch()
            void form.refetch()
          }}
          small
        />
      ) : view.data === undefined || form.data === undefined ? (
        <Waiting lines={6} />
      ) : blank === null ? (
        <p>{words.say('bulk.not-alike')}</p>
      ) : (
        <>
          <p>{words.say('bulk.complete-hint')}</p>
          <FillForm
            view={view.data}
            form={blank}
            keep={null}
            proposal={false}
            busy={false}
            go={words.say('bulk.complete-go', { count })}
            finish={of.finish}
          />
        </>
      )}
      <div className="actions">
        <Button className="button button-quiet" onPress={of.close}>
          {words.say('form.not-yet')}
        </Button>
      </div>
    </div>
  )
}
