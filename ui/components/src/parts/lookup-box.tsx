import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Around, describedBy, type FieldProps, fieldId } from './field-frame.tsx'
import type { FoundOption } from './lookup-field.tsx'

/** How long the typing has to rest before it is asked, milliseconds. */
const pause = 120
/** Below it nothing is asked. */
const shortest = 2

/** Finds what one's words may mean; rejects where the register does not answer. */
export type FindOptions = (typed: string, signal: AbortSignal) => Promise<readonly FoundOption[]>

/** The place in a list of `count` to which a key moves from `active`; -1 stands for the text itself; null: the key does not move. */
export function movedBy(key: string, active: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (active + 1) % count
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1
  return null
}

/**
 * Words that are looked up while one types, on screens that are drawn in the browser: a combobox with a list (ARIA 1.2, manual
 * selection). Posts what `LookupField` posts: `name/text`, `name/asked`, `name/found`.
 */
export function LookupBox(
  props: FieldProps & {
    value: string
    chosen?: FoundOption | 'own' | undefined
    /** Whether one may keep one's own words, and how that is said. */
    own?: string | undefined
    /** What is read aloud: how many were found (`{count}` stands in it), and that nothing was. */
    counted: string
    nothing: string
    find: FindOptions
  },
): ReactNode {
  const { name, own, find } = props
  const id = fieldId(name)
  const [text, setText] = useState(props.value)
  const [chosen, setChosen] = useState<{ asked: string; found: string }>({
    asked: props.value,
    found: props.chosen === undefined ? '' : props.chosen === 'own' ? 'own' : JSON.stringify(props.chosen),
  })
  const [found, setFound] = useState<readonly FoundOption[] | null>(null)
  const [active, setActive] = useState(-1)
  const asking = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; stop: AbortController | undefined }>({
    timer: undefined,
    stop: undefined,
  })
  const list = useRef<HTMLDivElement>(null)
  const options: readonly (FoundOption | 'own')[] = found === null ? [] : own === undefined ? found : [...found, 'own']
  const isOpen = options.length > 0

  const stopAsking = () => {
    clearTimeout(asking.current.timer)
    asking.current.stop?.abort()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the field goes.
  useEffect(() => stopAsking, [])
  useEffect(() => {
    // What it gives back is nothing to clean up with: newer browsers give a promise.
    void list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  // What was asked before would open the list again.
  const close = () => {
    stopAsking()
    setFound(null)
    setActive(-1)
  }
  const look = async (typed: string) => {
    stopAsking()
    if (typed.trim().length < shortest) return close()
    const stop = new AbortController()
    asking.current.stop = stop
    // Where the register does not answer, one's words stay; the check of the form says what is missing.
    const answer = await find(typed.trim(), stop.signal).catch(() => null)
    if (stop.signal.aborted || answer === null) return
    setFound(answer)
    setActive(-1)
  }
  const type = (typed: string) => {
    setText(typed)
    setChosen({ asked: typed, found: '' })
    clearTimeout(asking.current.timer)
    asking.current.timer = setTimeout(() => void look(typed), pause)
  }
  const choose = (option: FoundOption | 'own' | undefined) => {
    if (option === undefined) return
    const words = option === 'own' ? text : option.text
    setText(words)
    setChosen({ asked: words, found: option === 'own' ? 'own' : JSON.stringify(option) })
    close()
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' && !isOpen) void look(text)
    const to = movedBy(event.key, active, options.length)
    if (to !== null) setActive(to)
    else if (isOpen && event.key === 'Enter' && active >= 0) choose(options[active])
    else if (event.key === 'Escape') {
      close()
      if (!isOpen) return
    } else return
    event.preventDefault()
  }

  return (
    <Around {...props}>
      <div className="lookup">
        <input
          className="input"
          id={id}
          name={`${name}/text`}
          type="text"
          value={text}
          autoComplete="off"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${id}-list-${active}` : undefined}
          aria-invalid={props.mistake ? true : undefined}
          aria-describedby={describedBy(props)}
          onChange={event => type(event.target.value)}
          onKeyDown={press}
          onBlur={close}
        />
        <input type="hidden" name={`${name}/asked`} value={chosen.asked} />
        <input type="hidden" name={`${name}/found`} value={chosen.found} />
        <div
          className="lookup-list"
          id={`${id}-list`}
          ref={list}
          role="listbox"
          aria-label={typeof props.label === 'string' ? props.label : undefined}
          hidden={!isOpen}
        >
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field and chooses from there (aria-activedescendant).
            <div
              key={option === 'own' ? 'own' : option.id}
              id={`${id}-list-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              // Before the field loses the focus.
              onPointerDown={event => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {option === 'own' ? own : option.text}
            </div>
          ))}
        </div>
        <div className="hidden-text" role="status">
          {found === null
            ? ''
            : found.length === 0
              ? props.nothing
              : props.counted.replace('{count}', String(found.length))}
        </div>
      </div>
    </Around>
  )
}
