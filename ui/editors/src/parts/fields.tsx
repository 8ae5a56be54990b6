import { type ReactNode, useEffect, useId, useState } from 'react'

/** A line or some lines of text that are given on when they are left or Enter is pressed; Escape leaves them as they were. */
export function TextInput(props: {
  readonly label: string
  readonly value: string
  readonly readOnly: boolean
  readonly give: (text: string) => void
  readonly mistake?: ((text: string) => string | null) | undefined
  readonly lines?: number
  readonly code?: boolean
}): ReactNode {
  const id = useId()
  const [text, setText] = useState(props.value)
  useEffect(() => setText(props.value), [props.value])
  const mistake = props.mistake?.(text) ?? null
  const give = (): void => {
    if (text !== props.value) props.give(text)
  }
  const shared = {
    id,
    value: text,
    readOnly: props.readOnly,
    className: props.code ? 'input editor-code' : 'input',
    'aria-invalid': mistake === null ? undefined : true,
    'aria-describedby': mistake === null ? undefined : `${id}-mistake`,
    onBlur: give,
  }
  return (
    <div className={mistake === null ? 'editor-field' : 'editor-field wrong'}>
      <label htmlFor={id}>{props.label}</label>
      {props.lines === undefined ? (
        <input
          {...shared}
          autoComplete="off"
          spellCheck={!props.code}
          onChange={event => setText(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') give()
            if (event.key === 'Escape') setText(props.value)
          }}
        />
      ) : (
        <textarea
          {...shared}
          rows={props.lines}
          spellCheck={!props.code}
          onChange={event => setText(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Escape') setText(props.value)
          }}
        />
      )}
      {mistake === null ? null : (
        <p className="mistake" id={`${id}-mistake`}>
          {mistake}
        </p>
      )}
    </div>
  )
}

/** One of some. */
export function SelectInput(props: {
  readonly label: string
  readonly value: string
  readonly readOnly: boolean
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly give: (value: string) => void
}): ReactNode {
  const id = useId()
  return (
    <div className="editor-field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="input"
        value={props.value}
        disabled={props.readOnly}
        onChange={event => props.give(event.target.value)}
      >
        {props.options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A small button that does one thing. */
export function Press(props: {
  readonly children: ReactNode
  readonly press: () => void
  readonly off?: boolean
  readonly pressed?: boolean
}): ReactNode {
  return (
    <button
      type="button"
      className="editor-press"
      disabled={props.off}
      aria-pressed={props.pressed}
      onClick={props.press}
    >
      {props.children}
    </button>
  )
}
