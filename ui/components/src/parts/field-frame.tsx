import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** What every field has. `name` is how it is posted; its parts are `name/part`. */
export interface FieldProps {
  readonly name: string
  readonly label: ReactNode
  /** The only question of its page: the label is its heading. */
  readonly large?: boolean | undefined
  readonly hint?: ReactNode
  /** The word “optional”; shown beside the label when given. */
  readonly optional?: string | undefined
  /** What is wrong, and the way out. */
  readonly mistake?: ReactNode
  /** The word “Error”, read before the mistake. */
  readonly mistakeWord?: string | undefined
}

/** Id of a field's control in its page: what the summary of mistakes links to. */
export function fieldId(name: string): string {
  return `f${name.replaceAll('/', '-').replaceAll(/[^A-Za-z0-9_-]/g, '_')}`
}

/** Ids of what is said of a field, for `aria-describedby`; undefined where nothing is. */
export function describedBy(props: FieldProps): string | undefined {
  const ids = [props.hint ? `${fieldId(props.name)}-hint` : '', props.mistake ? `${fieldId(props.name)}-mistake` : '']
  return ids.filter(id => id !== '').join(' ') || undefined
}

/** Label, hint and mistake around a control; `group` where there are several. */
export function Around(props: FieldProps & { group?: boolean; children: ReactNode }): ReactNode {
  const id = fieldId(props.name)
  const label = (
    <>
      {props.label}
      {props.optional ? <span className="optional"> ({props.optional})</span> : null}
    </>
  )
  const notes = (
    <>
      {props.hint ? (
        <div className="hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      ) : null}
      {props.mistake ? (
        <p className="mistake" id={`${id}-mistake`}>
          <Icon name="attention" />
          <span>
            {props.mistakeWord ? <span className="hidden-text">{props.mistakeWord}: </span> : null}
            {props.mistake}
          </span>
        </p>
      ) : null}
    </>
  )
  const className = props.mistake ? 'field wrong' : 'field'
  if (props.group) {
    return (
      <fieldset className={className} aria-describedby={describedBy(props)}>
        <legend className={props.large ? 'label-large' : undefined}>{label}</legend>
        {notes}
        {props.children}
      </fieldset>
    )
  }
  return (
    <div className={className}>
      <label className={props.large ? 'label-large' : undefined} htmlFor={id}>
        {label}
      </label>
      {notes}
      {props.children}
    </div>
  )
}
