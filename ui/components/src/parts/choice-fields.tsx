import type { ReactNode } from 'react'
import { Around, type FieldProps, fieldId } from './field-frame.tsx'

/** Something to choose, with a word about it. */
export interface ChoiceOption {
  readonly value: string
  readonly text: ReactNode
  readonly hint?: ReactNode
}

/** One of several: always all in sight, never a drop-down. */
export function ChoiceField(
  props: FieldProps & { options: readonly ChoiceOption[]; value?: string | undefined; row?: boolean },
): ReactNode {
  return (
    <Around {...props} group>
      <div className={props.row ? 'choices choices-row' : 'choices'}>
        {props.options.map((option, index) => (
          <Choice
            key={option.value}
            type="radio"
            name={props.name}
            index={index}
            option={option}
            chosen={props.value === option.value}
          />
        ))}
      </div>
    </Around>
  )
}

/** Any number of several. An empty hidden value says that the question was asked. */
export function ChoicesField(
  props: FieldProps & { options: readonly ChoiceOption[]; values: readonly string[] },
): ReactNode {
  return (
    <Around {...props} group>
      <input type="hidden" name={`${props.name}/-`} value="" />
      <div className="choices">
        {props.options.map((option, index) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={`${props.name}/-`}
            index={index}
            id={fieldId(props.name)}
            option={option}
            chosen={props.values.includes(option.value)}
          />
        ))}
      </div>
    </Around>
  )
}

function Choice(props: {
  type: 'radio' | 'checkbox'
  name: string
  id?: string
  index: number
  option: ChoiceOption
  chosen: boolean
}): ReactNode {
  const base = props.id ?? fieldId(props.name)
  return (
    <label className="choice">
      <input
        type={props.type}
        name={props.name}
        id={props.index === 0 ? base : `${base}-${props.index}`}
        value={props.option.value}
        defaultChecked={props.chosen}
      />
      <span>
        {props.option.text}
        {props.option.hint ? <span className="hint">{props.option.hint}</span> : null}
      </span>
    </label>
  )
}

/** A mark from 1 to 5: five equal places, the ends explained. */
export function RatingField(
  props: FieldProps & { worst: string; best: string; value?: number | undefined },
): ReactNode {
  const id = fieldId(props.name)
  return (
    <Around {...props} large group>
      <div className="rating">
        {[1, 2, 3, 4, 5].map(mark => (
          <label className="choice" key={mark}>
            <input
              type="radio"
              name={props.name}
              id={mark === 1 ? id : `${id}-${mark}`}
              value={mark}
              defaultChecked={props.value === mark}
            />
            <span>
              {mark}
              {mark === 1 ? <span className="hidden-text">, {props.worst}</span> : null}
              {mark === 5 ? <span className="hidden-text">, {props.best}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <div className="rating-ends" aria-hidden="true">
        <span>{props.worst}</span>
        <span>{props.best}</span>
      </div>
    </Around>
  )
}

/** A single yes to one thing. */
export function CheckField(props: {
  name: string
  value: string
  checked: boolean
  children: ReactNode
  hint?: ReactNode
}): ReactNode {
  return (
    <label className="choice">
      <input type="checkbox" name={props.name} value={props.value} defaultChecked={props.checked} />
      <span>
        {props.children}
        {props.hint ? <span className="hint">{props.hint}</span> : null}
      </span>
    </label>
  )
}
