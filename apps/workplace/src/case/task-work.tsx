import {
  type CompiledForm,
  compileForm,
  formState,
  type JsonObject,
  type Prefill,
  type Problem,
  submission,
} from '@tereze/forms'
import { Icon } from '@tereze/ui-components'
import { addElement, FormMistakes, FormPage, readPosted, removeElement } from '@tereze/ui-forms'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Failure } from '../state/failure.tsx'
import { RefusalNote } from '../state/refusal-note.tsx'
import { Waiting } from '../state/waiting.tsx'
import { useWords } from '../words/words.tsx'
import { keepAnswers, readAnswers } from './answer-draft.ts'
import { type Completion, completionOf } from './completion.ts'
import { ConfirmCompletion } from './confirm-completion.tsx'
import { formWords, type TaskForm, withProposal } from './form-words.ts'
import { hasCaseChanged, seenRevision } from './seen-revision.ts'
import { useCompletion, useLookAgain, useTaskForm } from './use-case.ts'
import type { CaseTask, CaseView } from './view.ts'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The form of a task that one holds: computed here as the server will, kept as one goes, confirmed once. */
export default function TaskWork(of: {
  view: CaseView
  task: CaseTask
  completed: (outcome: string) => void
}): ReactNode {
  const query = useTaskForm(of.task, of.view)
  if (query.isPending) return <Waiting lines={6} />
  if (query.isError) return <Failure problem={query.error.problem} again={() => void query.refetch()} small />
  return <Compiled {...of} form={query.data} />
}

function Compiled(of: {
  view: CaseView
  task: CaseTask
  form: TaskForm
  completed: (outcome: string) => void
}): ReactNode {
  const compilation = useMemo(
    () => compileForm({ schema: of.form.schema as JsonObject, form: of.form.form }),
    [of.form.schema, of.form.form],
  )
  if (!compilation.ok) return <Failure problem={null} again={() => window.location.reload()} small />
  return <Work {...of} compiled={compilation.form} />
}

function Work(of: {
  view: CaseView
  task: CaseTask
  form: TaskForm
  compiled: CompiledForm
  completed: (outcome: string) => void
}): ReactNode {
  const words = useWords()
  const { view, task, form, compiled } = of
  const [draft, setDraft] = useState(() => readAnswers(sessionStorage, task.task))
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [checks, setChecks] = useState(0)
  const [ready, setReady] = useState<Completion | null>(null)
  const completion = useCompletion()
  const readAnew = useLookAgain(task.case)
  const place = useRef<HTMLFormElement>(null)
  const input = {
    data: draft,
    context: form.context as JsonObject,
    prefill: form.prefill.map(prefilled),
    now: new Date().toISOString(),
    zone,
  }
  const state = formState(compiled, input)
  const own = formWords(form, view, words)
  const shown = withProposal(own, view, words)
  const pages = state.pages.filter(page => page.visible)
  const decides = pages.some(page =>
    page.items.some(item => item.kind === 'field' && item.pointer.endsWith('/outcome')),
  )
  const titleOf = (page: string) => {
    const text = form.words[`page.${page}`]
    return text === undefined ? words.say('form.title') : words.pick(text)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each check that found something moves the focus there.
  useEffect(() => place.current?.querySelector<HTMLElement>('#mistakes')?.focus(), [checks])

  function change(next: JsonObject): void {
    setDraft(next)
    keepAnswers(sessionStorage, task.task, next)
  }
  const posted = (from: HTMLFormElement, button: HTMLElement | null) =>
    [...new FormData(from, button)].filter((entry): entry is [string, string] => typeof entry[1] === 'string')

  function send(from: HTMLFormElement, button: HTMLElement | null): void {
    const entries = posted(from, button)
    const next = readPosted(compiled.layout, entries, draft)
    const [name, value] = entries.at(-1) ?? ['', '']
    if (name === '_add' || name === '_remove') {
      change(name === '_add' ? addElement(next, value) : removeElement(next, value))
      return
    }
    change(next)
    completion.reset()
    const result = submission(compiled, { ...input, data: next })
    setProblems(result.ok ? [] : result.problems)
    setChecks(checks + 1)
    if (result.ok) setReady(completionOf(formState(compiled, { ...input, data: next }), result.data, own))
  }

  function complete(ofTask: Completion): void {
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
    place.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }

  return (
    <form
      id="decision"
      ref={place}
      className="decision work-part"
      noValidate
      onChange={event => change(readPosted(compiled.layout, posted(event.currentTarget, null), draft))}
      onSubmit={event => {
        event.preventDefault()
        send(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
      }}
    >
      {pages.map((page, index) => (
        <section key={page.id}>
          <h3>{titleOf(page.id)}</h3>
          {index === 0 && problems.length > 0 ? (
            <FormMistakes
              page={{ ...page, items: pages.flatMap(one => one.items) }}
              words={own}
              problems={problems}
              title={words.say('form.mistakes')}
            />
          ) : null}
          <FormPage page={page} words={shown} currency="" problems={problems} />
        </section>
      ))}
      {Object.keys(draft).length === 0 ? null : (
        <p className="saved">
          <Icon name="check" />
          {words.say('form.kept')}
        </p>
      )}
      {completion.error ? <RefusalNote problem={completion.error.problem} /> : null}
      {hasCaseChanged(completion.error?.problem) ? (
        <button type="button" className="button button-quiet" onClick={() => void lookAgain()}>
          {words.say('form.look-again')}
        </button>
      ) : null}
      <button type="submit" className="button" disabled={completion.isPending}>
        {words.say(completion.isPending ? 'form.sending' : decides ? 'form.decide' : 'form.complete')}
      </button>
      <ConfirmCompletion completion={ready} close={() => setReady(null)} confirm={complete} view={view} />
    </form>
  )
}

function prefilled(known: TaskForm['prefill'][number]): Prefill {
  const { mode } = known
  return {
    pointer: known.pointer,
    value: known.value as Prefill['value'],
    source: { id: known.pointer, ...(known.at === null ? {} : { at: known.at }) },
    ...(mode === 'locked' || mode === 'correctable' || mode === 'suggestion' ? { mode } : {}),
  }
}
