import {
  type CompiledForm,
  compileForm,
  type FieldLayout,
  formState,
  type JsonObject,
  type Prefill,
  type Problem,
  submission,
} from '@tereze/forms'
import { BusyButton, Failure } from '@tereze/ui-app'
import { Callout, Icon } from '@tereze/ui-components'
import { addElement, FormMistakes, FormPage, readPosted, removeElement } from '@tereze/ui-forms'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'
import { keepAnswers, readAnswers } from './answer-draft.ts'
import { type Completion, completionOf } from './completion.ts'
import { findWords } from './find-words.ts'
import { formWords, type TaskForm, withProposal } from './form-words.ts'
import { useFiles } from './use-files.ts'
import type { FormCase } from './view.ts'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** A task's form to be filled in. */
export interface FormToFill {
  /** The case whose words stand in the form. */
  readonly view: FormCase
  readonly form: TaskForm
  /** Under which answers are kept as one goes; null: they are not. */
  readonly keep: string | null
  /** Whether the outcome that the rules propose is marked. */
  readonly proposal: boolean
  readonly busy: boolean
  /** The words of the button; of the form's own kind when absent. */
  readonly go?: string
  /** The visit in which files are brought for a visitor; absent: for oneself. */
  readonly visit?: string
  /** Called at each try to go on, before the answers are checked. */
  readonly begin?: () => void
  readonly finish: (completion: Completion) => void
  /** What stands above the button. */
  readonly children?: ReactNode
}

/** The form of a task: computed here as the server will; gives what completes the task once nothing is wrong. */
export function FillForm(of: FormToFill): ReactNode {
  const compilation = useMemo(
    () => compileForm({ schema: of.form.schema as JsonObject, form: of.form.form }),
    [of.form.schema, of.form.form],
  )
  if (!compilation.ok) return <Failure problem={null} again={() => window.location.reload()} small />
  return <Compiled {...of} compiled={compilation.form} />
}

function Compiled(of: FormToFill & { compiled: CompiledForm }): ReactNode {
  const words = useWords()
  const { view, keep, form, compiled } = of
  const [draft, setDraft] = useState<JsonObject>(() => (keep === null ? {} : readAnswers(sessionStorage, keep)))
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [checks, setChecks] = useState(0)
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
  const shown = of.proposal ? withProposal(own, view, words) : own
  // What comes after the page that ends a form is not asked.
  const visible = state.pages.filter(page => page.visible)
  const end = visible.find(page => page.exit !== null) ?? null
  const pages = end === null ? visible : visible.slice(0, visible.indexOf(end))
  const endWords = end?.exit?.text.replace(/^message:/, '')
  const decides = pages.some(page =>
    page.items.some(item => item.kind === 'field' && item.pointer.endsWith('/outcome')),
  )
  const titleOf = (page: string) => {
    const text = form.words[`page.${page}`]
    return text === undefined ? words.say('form.title') : words.pick(text)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each check that found something moves the focus there.
  useEffect(() => place.current?.querySelector<HTMLElement>('#mistakes')?.focus(), [checks])

  const files = useFiles({
    organisation: view.card.organisation,
    visit: of.visit,
    add: changed =>
      setDraft(before => {
        const next = changed(before)
        if (keep !== null) keepAnswers(sessionStorage, keep, next)
        return next
      }),
    refuse: problem => setProblems(before => [...before.filter(({ pointer }) => pointer !== problem.pointer), problem]),
  })

  const find = (field: FieldLayout, typed: string, signal: AbortSignal) => findWords(field, typed, words, signal)

  function change(next: JsonObject): void {
    setDraft(next)
    if (keep !== null) keepAnswers(sessionStorage, keep, next)
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
    of.begin?.()
    const result = submission(compiled, { ...input, data: next })
    setProblems(result.ok ? [] : result.problems)
    setChecks(checks + 1)
    if (result.ok) of.finish(completionOf(formState(compiled, { ...input, data: next }), result.data, own))
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
          <FormPage page={page} words={shown} currency="" problems={problems} files={files} find={find} />
        </section>
      ))}
      {endWords === undefined ? null : (
        <Callout tone="no" title={words.say('form.ended')} live>
          <p>{form.words[endWords] === undefined ? '' : words.pick(form.words[endWords])}</p>
        </Callout>
      )}
      {keep === null || Object.keys(draft).length === 0 ? null : (
        <p className="saved">
          <Icon name="check" />
          {words.say('form.kept')}
        </p>
      )}
      {of.children}
      <BusyButton type="submit" className="button" busy={of.busy} disabled={end !== null}>
        {of.busy ? words.say('form.sending') : (of.go ?? words.say(decides ? 'form.decide' : 'form.complete'))}
      </BusyButton>
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
