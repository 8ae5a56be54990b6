import { changeAt } from '@tereze/regulation'
import { fieldId } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { mayChange, useDesk } from '../desk.ts'
import { useTyped } from '../use-typed.ts'
import { describedAt, FieldFrame } from './field-frame.tsx'

/** A line of text, a number or a day. `read` makes the value of what was typed; undefined takes the member away. */
export function LineField(props: {
  pointer: string
  label: string
  value: unknown
  type?: 'text' | 'date'
  inputMode?: 'text' | 'numeric'
  read?: (text: string) => unknown
  openness?: boolean
}): ReactNode {
  const desk = useDesk()
  const { pointer, value, read = (text: string) => text } = props
  const shown = value === undefined || value === null ? '' : String(value)
  const typed = useTyped(shown, text => desk.edit(now => changeAt(now, pointer, read(text))))
  return (
    <FieldFrame pointer={pointer} label={props.label} openness={props.openness ?? true}>
      <input
        className="input"
        id={fieldId(`r${pointer}`)}
        type={props.type ?? 'text'}
        inputMode={props.inputMode}
        autoComplete="off"
        spellCheck={false}
        value={typed.text}
        readOnly={!mayChange(desk, pointer)}
        onChange={event => typed.type(event.currentTarget.value)}
        onBlur={typed.leave}
        {...describedAt(desk, pointer)}
      />
    </FieldFrame>
  )
}
