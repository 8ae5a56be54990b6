import type { ReactNode } from 'react'
import { Around, describedBy, type FieldProps, fieldId } from './field-frame.tsx'

/** What was found for what one typed. */
export interface FoundOption {
  readonly id: string
  readonly text: string
}

/**
 * Words that are looked up while one types. With a script it is a combobox (ARIA 1.2); without one the page comes back with what was
 * found as a list to choose from. `name/text` is what one typed, `name/found` what was chosen of it, `name/asked` for which text.
 */
export function LookupField(
  props: FieldProps & {
    value?: string
    /** What is chosen already, or `own` where somebody keeps their own words. */
    chosen?: FoundOption | 'own' | undefined
    /** What was found for the value, where the page could ask: drawn as a list. */
    found?: readonly FoundOption[] | undefined
    /** Whether one may keep one's own words, and how that is said. */
    own?: string | undefined
    /** The question above the list of what was found. */
    choose: string
    /** What the script reads aloud: how many were found (`{count}` stands in it), and that nothing was. */
    counted: string
    nothing: string
    register: string
    classifier?: string | undefined
  },
): ReactNode {
  const id = fieldId(props.name)
  const chosen = props.chosen === undefined ? '' : props.chosen === 'own' ? 'own' : JSON.stringify(props.chosen)
  const options = [
    ...(props.found ?? []).map(found => ({ value: JSON.stringify(found), text: found.text })),
    ...(props.own === undefined ? [] : [{ value: 'own', text: props.own }]),
  ]
  return (
    <Around {...props}>
      <div
        className="lookup"
        data-lookup={props.register}
        data-classifier={props.classifier}
        data-own={props.own}
        data-counted={props.counted}
        data-nothing={props.nothing}
      >
        <input
          className="input"
          id={id}
          name={`${props.name}/text`}
          type="text"
          defaultValue={props.value}
          autoComplete="off"
          aria-invalid={props.mistake ? true : undefined}
          aria-describedby={describedBy(props)}
        />
        <input type="hidden" name={`${props.name}/asked`} value={props.value ?? ''} />
        {props.found === undefined ? (
          <input type="hidden" name={`${props.name}/found`} value={chosen} />
        ) : (
          <fieldset className="lookup-found">
            <legend>{props.found.length === 0 ? props.nothing : props.choose}</legend>
            <div className="choices">
              {options.map(option => (
                <label className="choice" key={option.value}>
                  <input
                    type="radio"
                    name={`${props.name}/found`}
                    value={option.value}
                    defaultChecked={option.value === chosen}
                  />
                  <span>{option.text}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
      </div>
    </Around>
  )
}
