import { below, changeAt, isObject } from '@tereze/regulation'
import { fieldId } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { mayChange, useDesk } from '../desk.ts'
import { useTyped } from '../use-typed.ts'
import { describedAt, FieldFrame } from './field-frame.tsx'

const units = ['workingDays', 'calendarDays', 'months', 'years', 'hours', 'workingHours'] as const

/** A term of law: how many, of which unit. */
export function TermField({ pointer, label, value }: { pointer: string; label: string; value: unknown }): ReactNode {
  const desk = useDesk()
  const [unit, count] = Object.entries(isObject(value) ? value : {})[0] ?? ['workingDays', undefined]
  const set = (of: string, text: string) => {
    const number = /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined
    desk.edit(now => changeAt(now, pointer, number === undefined ? undefined : { [of]: number }))
  }
  const typed = useTyped(count === undefined ? '' : String(count), text => set(unit, text))
  const id = fieldId(`r${pointer}`)
  const disabled = !mayChange(desk, pointer)
  return (
    <FieldFrame pointer={pointer} label={label} group>
      <div className="reg-pair">
        <input
          className="input"
          id={`${id}-count`}
          inputMode="numeric"
          autoComplete="off"
          aria-label={`${label}: ${desk.say('term.count')}`}
          value={typed.text}
          readOnly={disabled}
          onChange={event => typed.type(event.currentTarget.value)}
          onBlur={typed.leave}
          {...describedAt(desk, pointer)}
        />
        <select
          className="input"
          aria-label={`${label}: ${desk.say('term.unit')}`}
          value={unit}
          disabled={disabled}
          onChange={event => set(event.currentTarget.value, typed.text === '' ? '1' : typed.text)}
        >
          {units.map(one => (
            <option key={one} value={one}>
              {desk.say(`unit.${one}`)}
            </option>
          ))}
        </select>
      </div>
    </FieldFrame>
  )
}

function MoneyPart(props: { pointer: string; label: string; value: unknown }): ReactNode {
  const desk = useDesk()
  const typed = useTyped(typeof props.value === 'string' ? props.value : '', text =>
    desk.edit(now => changeAt(now, props.pointer, text.trim())),
  )
  return (
    <input
      className="input"
      id={fieldId(`r${props.pointer}`)}
      autoComplete="off"
      aria-label={props.label}
      value={typed.text}
      readOnly={!mayChange(desk, props.pointer)}
      onChange={event => typed.type(event.currentTarget.value)}
      onBlur={typed.leave}
      {...describedAt(desk, props.pointer)}
    />
  )
}

/** An amount of money and its currency. */
export function MoneyParts({ pointer, label, value }: { pointer: string; label: string; value: unknown }): ReactNode {
  const { say } = useDesk()
  const own = isObject(value) ? value : {}
  return (
    <div className="reg-pair">
      <MoneyPart pointer={below(pointer, 'amount')} label={`${label}: ${say('money.amount')}`} value={own.amount} />
      <MoneyPart
        pointer={below(pointer, 'currency')}
        label={`${label}: ${say('money.currency')}`}
        value={own.currency}
      />
    </div>
  )
}

/** An article of an act: which act, which article. Written as `act:…/…`. */
export function ArticleField(props: {
  pointer: string
  label: string
  value: unknown
  acts: readonly { readonly value: string; readonly text: string }[]
}): ReactNode {
  const desk = useDesk()
  const { pointer, label } = props
  const [act = '', article = ''] = (typeof props.value === 'string' ? props.value : '').split('/')
  const set = (of: string, at: string) =>
    desk.edit(now => changeAt(now, pointer, of === '' && at === '' ? '' : `${of}/${at}`))
  const typed = useTyped(article, text => set(act, text.trim()))
  const disabled = !mayChange(desk, pointer)
  const isKnown = act === '' || props.acts.some(one => one.value === act)
  return (
    <FieldFrame pointer={pointer} label={label} group openness={false}>
      <div className="reg-pair">
        <select
          className="input"
          id={`${fieldId(`r${pointer}`)}-act`}
          aria-label={`${label}: ${desk.say('member.act')}`}
          value={act}
          disabled={disabled}
          onChange={event => set(event.currentTarget.value, typed.text.trim())}
          {...describedAt(desk, pointer)}
        >
          <option value="">{desk.say('choose')}</option>
          {isKnown ? null : <option value={act}>{desk.say('unknown', { value: act })}</option>}
          {props.acts.map(one => (
            <option key={one.value} value={one.value}>
              {one.text}
            </option>
          ))}
        </select>
        <input
          className="input"
          autoComplete="off"
          aria-label={`${label}: ${desk.say('member.article')}`}
          value={typed.text}
          readOnly={disabled}
          onChange={event => typed.type(event.currentTarget.value)}
          onBlur={typed.leave}
        />
      </div>
    </FieldFrame>
  )
}
