import { changeAt, describeProblem, readAt } from '@tereze/regulation'
import { fieldId, Icon } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { differs, mayChange, problemsAt, useDesk } from '../desk.ts'
import { openPointer, toggleOpen } from '../open-places.ts'

/** What is wrong at a place, with the way out; linked to its control by {@link describedAt}. */
export function Mistakes({ pointer }: { pointer: string }): ReactNode {
  const desk = useDesk()
  const found = problemsAt(desk, pointer)
  if (found.length === 0) return null
  return (
    <div className="mistake" id={`${fieldId(`r${pointer}`)}-mistake`}>
      <Icon name="attention" />
      <span>
        {found.map(one => {
          const { wrong, remedy } = describeProblem(one, desk.language)
          return (
            <span key={`${one.code}${Object.values(one.params).join()}`} className="reg-mistake">
              {wrong} <span className="reg-remedy">{remedy}</span>
            </span>
          )
        })}
      </span>
    </div>
  )
}

/** `aria-describedby` of a control while something is wrong at its place. */
export function describedAt(desk: Parameters<typeof problemsAt>[0], pointer: string) {
  const wrong = problemsAt(desk, pointer).length > 0
  return {
    'aria-invalid': wrong ? (true as const) : undefined,
    'aria-describedby': wrong ? `${fieldId(`r${pointer}`)}-mistake` : undefined,
  }
}

/** Of a template: whether acts of joining may change the place. Of an act of joining: whether it may, and whether it does. */
export function Openness({ pointer, label }: { pointer: string; label: string }): ReactNode {
  const desk = useDesk()
  const { say, regulation, joining, readOnly } = desk
  if (joining !== null) {
    if (pointer === '/id' || pointer === '/version') return null
    const may = mayChange({ ...desk, readOnly: false }, pointer)
    if (!may) return <span className="reg-open reg-open-closed">{say('open.closed')}</span>
    if (!differs(desk, pointer)) return <span className="reg-open">{say('open.may')}</span>
    return (
      <span className="reg-open reg-open-differs">
        {say('open.differs')}{' '}
        {readOnly ? null : (
          <button
            type="button"
            className="reg-link"
            aria-label={`${say('open.back')}: ${label}`}
            onClick={() => desk.edit(now => changeAt(now, pointer, readAt(joining.template, pointer)))}
          >
            {say('open.back')}
          </button>
        )}
      </span>
    )
  }
  if (regulation.kind !== 'template') return null
  const open = openPointer(regulation, pointer)
  return (
    <label className="reg-open">
      <input
        type="checkbox"
        checked={open !== null}
        disabled={readOnly || (open !== null && open !== pointer)}
        onChange={() => desk.edit(now => toggleOpen(now, pointer))}
        aria-label={`${say('open.toggle')}: ${label}`}
      />
      {say('open.toggle')}
    </label>
  )
}

/** A label, its control, what is wrong there. `group`: several controls under one name. */
export function FieldFrame(props: {
  pointer: string
  label: string
  group?: boolean
  /** Whether acts of joining may change it is said at this place. */
  openness?: boolean
  children: ReactNode
}): ReactNode {
  const desk = useDesk()
  const wrong = problemsAt(desk, props.pointer).length > 0
  const className = wrong ? 'reg-field wrong' : 'reg-field'
  const openness = props.openness === false ? null : <Openness pointer={props.pointer} label={props.label} />
  if (props.group)
    return (
      <fieldset className={className} id={fieldId(`r${props.pointer}`)} tabIndex={-1}>
        <legend>{props.label}</legend>
        {openness}
        {props.children}
        <Mistakes pointer={props.pointer} />
      </fieldset>
    )
  return (
    <div className={className}>
      <label htmlFor={fieldId(`r${props.pointer}`)}>{props.label}</label>
      {openness}
      {props.children}
      <Mistakes pointer={props.pointer} />
    </div>
  )
}
