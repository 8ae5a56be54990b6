import { fieldId, Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { type FileDesk, problemsAt, useFileDesk } from '../desk.ts'
import type { FileWord } from '../words.ts'

/** Id of the control at a place. */
export function controlId(pointer: string): string {
  return fieldId(`v${pointer}`)
}

/** What is wrong at a place, as the check of the package says it; and what can be seen at once. */
export function Wrong({ pointer, own = null }: { pointer: string; own?: FileWord | null }): ReactNode {
  const desk = useFileDesk()
  const found = problemsAt(desk, pointer)
  if (found.length === 0 && own === null) return null
  return (
    <div className="mistake" id={`${controlId(pointer)}-wrong`}>
      <Icon name="attention" />
      <span>
        {own === null ? null : <span className="reg-mistake">{desk.say(own)}</span>}
        {found.map(({ code, message }) => (
          <span key={`${code} ${message}`} className="reg-mistake">
            {message}
          </span>
        ))}
      </span>
    </div>
  )
}

/** `aria-…` of a control at whose place something is wrong. */
export function toldAt(desk: Pick<FileDesk, 'problems'>, pointer: string, own: FileWord | null = null) {
  const wrong = own !== null || problemsAt(desk, pointer).length > 0
  return {
    'aria-invalid': wrong ? (true as const) : undefined,
    'aria-describedby': wrong ? `${controlId(pointer)}-wrong` : undefined,
  }
}

/** A label, its control, what is wrong there. `group`: several controls under one name. */
export function Frame(props: {
  pointer: string
  label: string
  own?: FileWord | null
  group?: boolean
  children: ReactNode
}): ReactNode {
  const desk = useFileDesk()
  const { pointer, own = null } = props
  const wrong = own !== null || problemsAt(desk, pointer).length > 0
  const className = wrong ? 'reg-field wrong' : 'reg-field'
  if (props.group)
    return (
      <fieldset className={className} id={controlId(pointer)} tabIndex={-1}>
        <legend>{props.label}</legend>
        {props.children}
        <Wrong pointer={pointer} own={own} />
      </fieldset>
    )
  return (
    <div className={className}>
      <label htmlFor={controlId(pointer)}>{props.label}</label>
      {props.children}
      <Wrong pointer={pointer} own={own} />
    </div>
  )
}
