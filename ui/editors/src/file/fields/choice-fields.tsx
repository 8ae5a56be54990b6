import { changeAt } from '@tereze/regulation'
import type { ReactNode } from 'react'
import { useFileDesk } from '../desk.ts'
import type { FieldOf } from '../field-of.ts'
import type { FileOffer } from '../offers.ts'
import { controlId, Frame, toldAt } from './frame.tsx'

/** One of what is offered; what stands there and is not offered stays to be seen. */
export function ChoiceField(props: FieldOf & { offers: readonly FileOffer[] }): ReactNode {
  const desk = useFileDesk()
  const { pointer, offers } = props
  const value = typeof props.value === 'string' ? props.value : ''
  const isKnown = value === '' || offers.some(one => one.value === value)
  const own = value === '' ? 'wrong.empty' : isKnown ? null : 'wrong.unknown'
  return (
    <Frame pointer={pointer} label={props.label} own={own}>
      <select
        className="input"
        id={controlId(pointer)}
        value={value}
        disabled={desk.readOnly}
        onChange={event => {
          const chosen = event.currentTarget.value
          desk.edit(now => changeAt(now, pointer, chosen, null))
        }}
        {...toldAt(desk, pointer, own)}
      >
        {value === '' ? <option value="">{desk.say('choose')}</option> : null}
        {isKnown ? null : <option value={value}>{value}</option>}
        {offers.map(one => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ))}
      </select>
    </Frame>
  )
}

/** Any number of what is offered, in the order of the offers. */
export function ChoicesField(props: FieldOf & { offers: readonly FileOffer[] }): ReactNode {
  const desk = useFileDesk()
  const { pointer } = props
  const chosen = Array.isArray(props.value) ? props.value.map(String) : []
  const strange = chosen.filter(value => !props.offers.some(one => one.value === value))
  const offers = [...props.offers, ...strange.map(value => ({ value, text: value }))]
  const toggle = (value: string) =>
    desk.edit(now => {
      const next = chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value]
      return changeAt(
        now,
        pointer,
        offers.map(one => one.value).filter(one => next.includes(one)),
        null,
      )
    })
  return (
    <Frame pointer={pointer} label={props.label} own={strange.length > 0 ? 'wrong.unknown' : null} group>
      <div className="reg-choices">
        {offers.map(one => (
          <label key={one.value}>
            <input
              type="checkbox"
              checked={chosen.includes(one.value)}
              disabled={desk.readOnly}
              onChange={() => toggle(one.value)}
            />
            {one.text}
          </label>
        ))}
      </div>
    </Frame>
  )
}

/** Yes or no. */
export function YesNoField(props: FieldOf): ReactNode {
  const desk = useFileDesk()
  const { pointer } = props
  return (
    <div className="reg-field">
      <label className="reg-yes">
        <input
          type="checkbox"
          id={controlId(pointer)}
          checked={props.value === true}
          disabled={desk.readOnly}
          onChange={event => {
            const yes = event.currentTarget.checked
            desk.edit(now => changeAt(now, pointer, yes, null))
          }}
        />
        {props.label}
      </label>
    </div>
  )
}
