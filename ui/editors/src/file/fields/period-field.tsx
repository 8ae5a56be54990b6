import { periodUnits, readPeriod, writePeriod } from '@tereze/package-changes'
import { changeAt, isObject } from '@tereze/regulation'
import type { ReactNode } from 'react'
import { useTyped } from '../../regulation/use-typed.ts'
import { useFileDesk } from '../desk.ts'
import type { FieldOf } from '../field-of.ts'
import { controlId, Frame, toldAt } from './frame.tsx'
import { TextField } from './text-field.tsx'

const terms = ['workingDays', 'calendarDays', 'months', 'years', 'hours', 'workingHours'] as const

function CountOf(props: {
  of: FieldOf
  count: number
  unit: string
  units: readonly { readonly value: string; readonly text: string }[]
  write: (count: number, unit: string) => unknown
}): ReactNode {
  const desk = useFileDesk()
  const { pointer, label } = props.of
  const give = (count: number, unit: string) => desk.edit(now => changeAt(now, pointer, props.write(count, unit), null))
  const typed = useTyped(String(props.count), text => {
    if (/^\d{1,5}$/.test(text.trim())) give(Number(text), props.unit)
  })
  const own = /^\d{1,5}$/.test(typed.text.trim()) ? null : 'wrong.number'
  return (
    <Frame pointer={pointer} label={label} own={own} group>
      <div className="reg-pair">
        <input
          className="input"
          inputMode="numeric"
          autoComplete="off"
          aria-label={`${label}: ${desk.say('term.count')}`}
          value={typed.text}
          readOnly={desk.readOnly}
          onChange={event => typed.type(event.currentTarget.value)}
          onBlur={typed.leave}
          {...toldAt(desk, pointer, own)}
        />
        <select
          className="input"
          aria-label={`${label}: ${desk.say('term.unit')}`}
          value={props.unit}
          disabled={desk.readOnly}
          onChange={event => give(props.count, event.currentTarget.value)}
        >
          {props.units.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </div>
    </Frame>
  )
}

/** A stretch of time: how many of which unit. One that has several units at once stays as it is written. */
export function PeriodField(props: FieldOf): ReactNode {
  const { say } = useFileDesk()
  const read = readPeriod(props.value)
  if (read === null) return <TextField {...props} shape={{ kind: 'text', of: 'period', pattern: '^P' }} />
  const units = periodUnits.map(value => ({ value, text: say(`period.${value}`) }))
  return (
    <CountOf
      key={controlId(props.pointer)}
      of={props}
      {...read}
      units={units}
      write={(count, unit) => writePeriod(count, unit as typeof read.unit)}
    />
  )
}

/** A term of law: how many of which unit. */
export function TermField(props: FieldOf): ReactNode {
  const { say } = useFileDesk()
  const [unit, count] = Object.entries(isObject(props.value) ? props.value : {})[0] ?? ['workingDays', 1]
  const units = terms.map(value => ({ value, text: say(`term.${value}`) }))
  return (
    <CountOf
      of={props}
      count={Number(count)}
      unit={unit}
      units={units}
      write={(number, chosen) => ({ [chosen]: number })}
    />
  )
}
