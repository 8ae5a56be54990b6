import {
  type CompiledForm,
  compileForm,
  type FormInput,
  formState,
  isObject,
  type JsonObject,
  type Option,
  type Prefill,
  submission,
} from '@tereze/forms'
import type { Language } from '@tereze/ui-components'
import { addElement, FormPage, type FormWords, readPosted, removeElement } from '@tereze/ui-forms'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { drawnWords } from './drawn-words.ts'

/** A form as the platform gives it with a task: what is asked, in which words, what is known. */
export interface FormToTry {
  readonly schema: JsonObject
  readonly form: unknown
  readonly words: Readonly<Record<string, Readonly<Record<Language, string>>>>
  readonly data: JsonObject
  readonly prefill: readonly { readonly pointer: string; readonly value: unknown }[]
  readonly context: JsonObject
}

/**
 * A form that is filled in to try it: every visible page below the other. What is answered is given as it is, without what is hidden; whether
 * it is right is said by the platform, which is asked next.
 */
export function TryForm(props: {
  form: FormToTry
  language: Language
  /** The moment at which the form is seen: ISO 8601. */
  now: string
  /** Words of the button. */
  go: string
  /** What is said where the form cannot be drawn. */
  broken: string
  finish: (answers: JsonObject) => void
}): ReactNode {
  const { form } = props
  const compilation = useMemo(() => compileForm({ schema: form.schema, form: form.form }), [form])
  return compilation.ok ? <Filled {...props} compiled={compilation.form} /> : <p>{props.broken}</p>
}

/** Persons by their name, accounts by what is shown of their number; the name that the story has for them where nothing is known. */
function optionWords({ about, id }: Option): { text: string; hint: string | null } {
  const { name, title, masked } = isObject(about) ? about : {}
  const shown = [name, title, masked].find(part => part !== undefined && part !== null)
  const text = isObject(shown) ? [shown.family, shown.given].filter(part => typeof part === 'string').join(' ') : shown
  return { text: typeof text === 'string' && text !== '' ? text : id, hint: id.startsWith('@') ? id : null }
}

function Filled(props: Parameters<typeof TryForm>[0] & { compiled: CompiledForm }): ReactNode {
  const { form, language, now, compiled } = props
  const [data, setData] = useState<JsonObject>(form.data)
  const place = useRef<HTMLFormElement>(null)
  const words = useMemo((): FormWords => {
    const own = Object.fromEntries(Object.entries(form.words).map(([key, text]) => [key, text[language]]))
    return { ...drawnWords({ en: own, ru: own, kk: own }, language), option: (_, option) => optionWords(option) }
  }, [form, language])
  const input: FormInput = {
    data,
    context: form.context,
    prefill: form.prefill.map(({ pointer, value }) => ({ pointer, value, source: { id: '' } })) as Prefill[],
    now,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
  const pages = formState(compiled, input).pages.filter(page => page.visible)
  const posted = (from: HTMLFormElement, button: HTMLElement | null) =>
    [...new FormData(from, button)].filter((entry): entry is [string, string] => typeof entry[1] === 'string')

  function send(from: HTMLFormElement, button: HTMLElement | null): void {
    const entries = posted(from, button)
    const next = readPosted(compiled.layout, entries, data)
    const [name, value] = entries.at(-1) ?? ['', '']
    if (name === '_add' || name === '_remove') {
      setData(name === '_add' ? addElement(next, value) : removeElement(next, value))
      return
    }
    setData(next)
    const result = submission(compiled, { ...input, data: next })
    props.finish(result.ok ? result.data : next)
  }

  return (
    <form
      ref={place}
      noValidate
      className="try-form"
      onChange={event => setData(readPosted(compiled.layout, posted(event.currentTarget, null), data))}
      onSubmit={event => {
        event.preventDefault()
        send(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
      }}
    >
      {pages.map(page => (
        <section key={page.id}>
          <h4>{form.words[`page.${page.id}`]?.[language] ?? page.id}</h4>
          {page.exit === null ? (
            <FormPage page={page} words={words} currency="XTS" problems={[]} />
          ) : (
            <p>{form.words[page.exit.text.replace(/^message:/, '')]?.[language] ?? page.id}</p>
          )}
        </section>
      ))}
      <p className="actions">
        <button type="submit" className="button">
          {props.go}
        </button>
      </p>
    </form>
  )
}
