import { changeAt } from '@tereze/regulation'
import { fieldId } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { mayChange, useDesk } from '../desk.ts'
import type { Offer } from '../offers.ts'
import { describedAt, FieldFrame } from './field-frame.tsx'

/** One of what is offered; what stands there and is not offered stays to be seen. `change` replaces the usual way of writing it. */
export function ChoiceOf(props: {
  pointer: string
  label: string
  value: unknown
  offers: readonly Offer[]
  change?: (value: string) => void
  openness?: boolean
}): ReactNode {
  const desk = useDesk()
  const { pointer, offers } = props
  const value = typeof props.value === 'string' ? props.value : ''
  const isKnown = value === '' || offers.some(one => one.value === value)
  const change = props.change ?? ((chosen: string) => desk.edit(now => changeAt(now, pointer, chosen)))
  return (
    <FieldFrame pointer={pointer} label={props.label} openness={props.openness ?? true}>
      <select
        className="input"
        id={fieldId(`r${pointer}`)}
        value={value}
        disabled={!mayChange(desk, pointer)}
        onChange={event => change(event.currentTarget.value)}
        {...describedAt(desk, pointer)}
      >
        <option value="">{desk.say('choose')}</option>
        {isKnown ? null : <option value={value}>{desk.say('unknown', { value })}</option>}
        {offers.map(one => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** Any number of what is offered. */
export function ChoicesOf(props: {
  pointer: string
  label: string
  value: unknown
  offers: readonly Offer[]
  /** Nothing chosen takes the member away. */
  optional: boolean
}): ReactNode {
  const desk = useDesk()
  const { pointer } = props
  const chosen = Array.isArray(props.value) ? props.value.map(String) : []
  const unknown = chosen.filter(value => !props.offers.some(one => one.value === value))
  const offers = [...props.offers, ...unknown.map(value => ({ value, text: desk.say('unknown', { value }) }))]
  const toggle = (value: string) =>
    desk.edit(now => {
      const next = chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value]
      const ordered = offers.map(one => one.value).filter(one => next.includes(one))
      return changeAt(now, pointer, ordered.length === 0 && props.optional ? undefined : ordered)
    })
  return (
    <FieldFrame pointer={pointer} label={props.label} group>
      <div className="reg-choices">
        {offers.map(one => (
          <label key={one.value}>
            <input
              type="checkbox"
              checked={chosen.includes(one.value)}
              disabled={!mayChange(desk, pointer)}
              onChange={() => toggle(one.value)}
            />
            {one.text}
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}

/** Yes or no; `optional`: no takes the member away. */
export function YesNoField(props: { pointer: string; label: string; value: unknown; optional: boolean }): ReactNode {
  const desk = useDesk()
  const { pointer } = props
  return (
    <div className="reg-field">
      <label className="reg-yes">
        <input
          type="checkbox"
          id={fieldId(`r${pointer}`)}
          checked={props.value === true}
          disabled={!mayChange(desk, pointer)}
          onChange={event => {
            const yes = event.currentTarget.checked
            desk.edit(now => changeAt(now, pointer, yes || !props.optional ? yes : undefined))
          }}
        />
        {props.label}
      </label>
    </div>
  )
}
