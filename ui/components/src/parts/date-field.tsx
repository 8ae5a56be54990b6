import type { ReactNode } from 'react'
import { MONTH_NAMES } from '../format/calendar-words.ts'
import type { Language } from '../format/language.ts'
import { Around, type FieldProps, fieldId } from './field-frame.tsx'

/** The parts of a date as typed; each may be anything. */
export interface TypedDate {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** A date in three parts, which needs no script, no calendar and no mouse. */
export function DateField(
  props: FieldProps & { value: TypedDate; language: Language; words: { day: string; month: string; year: string } },
): ReactNode {
  const id = fieldId(props.name)
  const part = (name: 'day' | 'year') => (
    <div>
      <label htmlFor={name === 'day' ? id : `${id}-${name}`}>{props.words[name]}</label>
      <input
        className={`input input-${name}`}
        id={name === 'day' ? id : `${id}-${name}`}
        name={`${props.name}/${name}`}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={name === 'year' ? 4 : 2}
        defaultValue={props.value[name]}
        aria-invalid={props.mistake ? true : undefined}
      />
    </div>
  )
  return (
    <Around {...props} group>
      <div className="parts">
        {part('day')}
        <div>
          <label htmlFor={`${id}-month`}>{props.words.month}</label>
          <select
            className="input input-month"
            id={`${id}-month`}
            name={`${props.name}/month`}
            defaultValue={props.value.month}
            aria-invalid={props.mistake ? true : undefined}
          >
            <option value="" />
            {MONTH_NAMES[props.language].map((month, index) => (
              <option key={month} value={String(index + 1)}>
                {month}
              </option>
            ))}
          </select>
        </div>
        {part('year')}
      </div>
    </Around>
  )
}
