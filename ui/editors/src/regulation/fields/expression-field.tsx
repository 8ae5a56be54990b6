import { changeAt, isObject, readerFor } from '@tereze/regulation'
import { fieldId } from '@tereze/ui-components'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { type Completion, completionsAt } from '../completions.ts'
import { mayChange, useDesk } from '../desk.ts'
import { namesFor } from '../names-for.ts'
import { useTyped } from '../use-typed.ts'
import { describedAt, FieldFrame } from './field-frame.tsx'

/** What is wrong with an expression as it is being typed; null while it can be read. */
function syntaxOf(regulation: Readonly<Record<string, unknown>>, text: string): string | null {
  if (text.trim() === '') return null
  const list = (name: string) => (Array.isArray(regulation[name]) ? regulation[name] : []).filter(isObject)
  const scope = { needs: list('needs'), questionnaire: list('questionnaire'), values: list('values') }
  const reading = readerFor(scope as unknown as Parameters<typeof readerFor>[0]).read(text)
  return 'wrong' in reading ? reading.wrong : null
}

/** An expression: checked at every letter, names offered while they are typed. `template`: written as “= …” in the file. */
export function ExpressionField(props: {
  pointer: string
  label: string
  value: unknown
  template: boolean
}): ReactNode {
  const desk = useDesk()
  const { pointer, template } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const [offered, setOffered] = useState<readonly Completion[]>([])
  const [chosen, setChosen] = useState(0)
  const written = typeof props.value === 'string' ? props.value : ''
  const typed = useTyped(template ? written.replace(/^= /, '') : written, text =>
    desk.edit(now => changeAt(now, pointer, template && text !== '' ? `= ${text}` : text)),
  )
  const names = namesFor(desk.regulation, desk.around?.surroundings ?? null, pointer)
  const id = fieldId(`r${pointer}`)
  const list = `${id}-names`
  const disabled = !mayChange(desk, pointer)
  const syntax = syntaxOf(desk.regulation, typed.text)
  const take = (completion: Completion) => {
    typed.type(completion.text)
    setOffered([])
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(completion.caret, completion.caret)
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (offered.length === 0) return
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    const one = offered[chosen]
    if (step !== undefined) setChosen((chosen + step + offered.length) % offered.length)
    else if (event.key === 'Enter' && one !== undefined) take(one)
    else if (event.key === 'Escape') setOffered([])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <FieldFrame pointer={pointer} label={props.label}>
      <div className="reg-expression">
        <textarea
          ref={field}
          className="input reg-code"
          id={id}
          rows={Math.min(8, Math.max(1, Math.ceil(typed.text.length / 70)))}
          autoComplete="off"
          spellCheck={false}
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={offered.length > 0 ? `${list}-${chosen}` : undefined}
          value={typed.text}
          readOnly={disabled}
          onChange={event => {
            const { value, selectionStart } = event.currentTarget
            typed.type(value)
            setOffered(completionsAt(value, selectionStart, names))
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            typed.leave()
            setOffered([])
          }}
          {...describedAt(desk, pointer)}
        />
        <div
          className="reg-names"
          id={list}
          role="listbox"
          aria-label={desk.say('expression.names')}
          hidden={offered.length === 0}
        >
          {offered.map((one, index) => (
            <div
              key={one.name}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              onMouseDown={event => {
                event.preventDefault()
                take(one)
              }}
            >
              {one.name}
            </div>
          ))}
        </div>
      </div>
      {syntax === null || desk.problems.some(one => one.pointer === pointer) ? null : (
        <p className="reg-syntax" role="status">
          {syntax}
        </p>
      )}
    </FieldFrame>
  )
}
