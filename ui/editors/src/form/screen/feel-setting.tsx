import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { checkExpression, offeredNames } from '../draft/check-expression.ts'
import type { KnownNames } from '../draft/known-names.ts'
import { useDesk } from './form-desk.ts'
import { About, useWritten } from './setting.tsx'

/** What is said of an expression. */
export interface FeelWords {
  readonly names: string
  /** That it cannot be read from a letter on, counted from 1. */
  unreadable(place: number): string
  unknown(name: string): string
}

/** An expression of the form that is open. */
export function FeelSetting(props: {
  label: string
  hint?: string
  value: string
  names: KnownNames
  commit: (text: string | undefined) => void
}): ReactNode {
  const { say, readOnly } = useDesk()
  const words = {
    names: say('feel.names'),
    unreadable: (place: number) => say('feel.unreadable', { place }),
    unknown: (name: string) => say('feel.unknown', { name }),
  }
  return <FeelInput {...props} readOnly={readOnly} words={words} />
}

/** An expression: looked at while it is typed, with the names that it may use. One that cannot be read is kept here and not taken over. */
export function FeelInput(props: {
  label: string
  hint?: string
  value: string
  names: KnownNames
  readOnly: boolean
  words: FeelWords
  commit: (text: string | undefined) => void
}): ReactNode {
  const { words, readOnly } = props
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(0)
  /** Where the caret is to stand once a name that was taken is drawn. */
  const put = useRef<number | null>(null)
  const { text, write, settle } = useWritten(props.value, written => {
    const next = written.trim()
    if (checkExpression(next, props.names)?.kind !== 'unreadable') props.commit(next === '' ? undefined : next)
  })
  useLayoutEffect(() => {
    if (put.current !== null) area.current?.setSelectionRange(put.current, put.current)
    put.current = null
  })
  const fault = checkExpression(text, props.names)
  const { from, offered } = offeredNames(text, caret, props.names)
  const mistake =
    fault === null ? null : fault.kind === 'unreadable' ? words.unreadable(fault.at + 1) : words.unknown(fault.name)

  function take(name: string): void {
    const next = text.slice(0, from) + name + text.slice(caret)
    write(next)
    setCaret(from + name.length)
    area.current?.focus()
    put.current = from + name.length
  }

  return (
    <div className="form-setting">
      <label htmlFor={id}>{props.label}</label>
      <textarea
        ref={area}
        id={id}
        className="input form-feel"
        rows={2}
        value={text}
        readOnly={readOnly}
        spellCheck={false}
        autoCapitalize="off"
        aria-invalid={mistake === null ? undefined : true}
        aria-describedby={props.hint || mistake ? `${id}-about` : undefined}
        onSelect={event => setCaret(event.currentTarget.selectionStart)}
        onChange={event => {
          write(event.target.value)
          setCaret(event.target.selectionStart)
        }}
        onBlur={settle}
      />
      {offered.length === 0 || readOnly ? null : (
        <ul className="form-names" aria-label={words.names}>
          {offered.map(name => (
            <li key={name}>
              <button type="button" onClick={() => take(name)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <About id={`${id}-about`} hint={props.hint} mistake={mistake} />
    </div>
  )
}
