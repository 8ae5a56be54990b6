import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

/** How long somebody stops writing before what they wrote counts, in milliseconds: one step of undo for one thought. */
const pause = 500

/** What every setting has: its name, and what is wrong with what stands in it. */
export interface SettingProps {
  readonly label: string
  readonly hint?: string
  readonly mistake?: string | null
  readonly readOnly: boolean
}

/** Whether a text says what a value says already: a blank at the end, a dot that a figure will follow. */
function isSame(text: string, value: string): boolean {
  const written = text.trim()
  return (
    written === value.trim() || (written !== '' && value !== '' && Number(written.replace(',', '.')) === Number(value))
  )
}

/** A text that is being written: it counts when the writer stops, leaves it or presses Enter. */
export function useWritten(value: string, commit: (text: string) => void) {
  const [text, setText] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef({ value, text, commit })
  latest.current = { value, text, commit }
  // What comes from outside, by undo or by another writer, is shown; what somebody is writing here is not taken from under their hands.
  useEffect(() => {
    if (timer.current === null && !isSame(latest.current.text, value)) setText(value)
  }, [value])
  const settle = () => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    const { value: before, text: now, commit: take } = latest.current
    if (now !== before) take(now)
  }
  const settleNow = useRef(settle)
  settleNow.current = settle
  // What was written and not yet counted is not lost with the place it stood in.
  useEffect(() => () => settleNow.current(), [])
  return {
    text,
    write: (next: string) => {
      setText(next)
      latest.current.text = next
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = setTimeout(() => settleNow.current(), pause)
    },
    settle,
  }
}

/** A short or long text of a setting. */
export function TextSetting(
  props: SettingProps & {
    value: string
    commit: (text: string) => void
    long?: boolean
    lang?: string
    mode?: 'text' | 'numeric' | 'decimal'
    /** Id of a list of what may be written. */
    list?: string
    /** The label is read, not shown: the head of its column says it. */
    quiet?: boolean
  },
): ReactNode {
  const id = useId()
  const { text, write, settle } = useWritten(props.value, props.commit)
  const common = {
    id,
    className: 'input',
    value: text,
    lang: props.lang,
    readOnly: props.readOnly,
    'aria-invalid': props.mistake ? true : undefined,
    'aria-describedby': props.hint || props.mistake ? `${id}-about` : undefined,
    onBlur: settle,
  }
  return (
    <div className="form-setting">
      <label htmlFor={id} className={props.quiet ? 'hidden-text' : undefined}>
        {props.label}
      </label>
      {props.long ? (
        <textarea {...common} rows={2} onChange={event => write(event.target.value)} />
      ) : (
        <input
          {...common}
          list={props.list}
          inputMode={props.mode}
          autoComplete="off"
          spellCheck={props.mode === undefined && props.lang !== undefined}
          onChange={event => write(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') settle()
          }}
        />
      )}
      <About id={`${id}-about`} {...props} />
    </div>
  )
}

/** A number of a setting, or none. */
export function NumberSetting(
  props: SettingProps & { value: number | null; commit: (value: number | undefined) => void; whole?: boolean },
): ReactNode {
  return (
    <TextSetting
      {...props}
      mode={props.whole ? 'numeric' : 'decimal'}
      value={props.value === null ? '' : String(props.value)}
      commit={text => {
        const plain = text.trim().replace(',', '.')
        const number = Number(plain)
        if (plain === '') props.commit(undefined)
        else if (Number.isFinite(number) && (!props.whole || (Number.isInteger(number) && number >= 0)))
          props.commit(number)
      }}
    />
  )
}

/** One of several. */
export function ChoiceSetting(
  props: SettingProps & {
    value: string
    options: readonly { readonly value: string; readonly text: string }[]
    commit: (value: string) => void
  },
): ReactNode {
  const id = useId()
  return (
    <div className="form-setting">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="input"
        value={props.value}
        disabled={props.readOnly}
        aria-describedby={props.hint || props.mistake ? `${id}-about` : undefined}
        onChange={event => props.commit(event.target.value)}
      >
        {props.options.map(option => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <About id={`${id}-about`} {...props} />
    </div>
  )
}

/** Yes or no. */
export function CheckSetting(props: SettingProps & { value: boolean; commit: (value: boolean) => void }): ReactNode {
  const id = useId()
  return (
    <div className="form-setting form-setting-check">
      <input
        id={id}
        type="checkbox"
        checked={props.value}
        disabled={props.readOnly}
        aria-describedby={props.hint || props.mistake ? `${id}-about` : undefined}
        onChange={event => props.commit(event.target.checked)}
      />
      <label htmlFor={id}>{props.label}</label>
      <About id={`${id}-about`} {...props} />
    </div>
  )
}

/** What is said under a setting. */
export function About({ id, hint, mistake }: { id: string; hint?: string; mistake?: string | null }): ReactNode {
  if (!hint && !mistake) return null
  return (
    <div id={id} className="form-setting-about">
      {mistake ? <p className="mistake">{mistake}</p> : null}
      {hint ? <p>{hint}</p> : null}
    </div>
  )
}
