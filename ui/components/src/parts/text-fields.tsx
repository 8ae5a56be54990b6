import type { ReactNode } from 'react'
import { Around, describedBy, type FieldProps, fieldId } from './field-frame.tsx'

/** A line of text. */
export function TextField(
  props: FieldProps & {
    value?: string
    maxLength?: number | undefined
    autoComplete?: string
    inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
    width?: 'short' | 'medium'
  },
): ReactNode {
  return (
    <Around {...props}>
      <input
        className={props.width ? `input input-${props.width}` : 'input'}
        id={fieldId(props.name)}
        name={props.name}
        type="text"
        defaultValue={props.value}
        maxLength={props.maxLength}
        autoComplete={props.autoComplete ?? 'off'}
        inputMode={props.inputMode}
        aria-invalid={props.mistake ? true : undefined}
        aria-describedby={describedBy(props)}
      />
    </Around>
  )
}

/** A day as the browser asks for it, `YYYY-MM-DD`; where it does not, as text. For narrowing lists; a form asks by {@link DateField}. */
export function DayField(props: FieldProps & { value: string }): ReactNode {
  return (
    <Around {...props}>
      <input
        className="input input-medium"
        id={fieldId(props.name)}
        name={props.name}
        type="date"
        defaultValue={props.value}
      />
    </Around>
  )
}

/** One of very many, or none. For narrowing lists; a form shows all of them by {@link ChoiceField}. */
export function SelectField(
  props: FieldProps & {
    value: string
    /** The words of choosing none. */
    none: string
    options: readonly { readonly value: string; readonly text: string }[]
  },
): ReactNode {
  return (
    <Around {...props}>
      <select className="input" id={fieldId(props.name)} name={props.name} defaultValue={props.value}>
        <option value="">{props.none}</option>
        {props.options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Around>
  )
}

/** Several lines of text. */
export function TextAreaField(props: FieldProps & { value?: string; maxLength?: number | undefined }): ReactNode {
  return (
    <Around {...props}>
      <textarea
        className="input"
        id={fieldId(props.name)}
        name={props.name}
        defaultValue={props.value}
        maxLength={props.maxLength}
        rows={5}
        aria-invalid={props.mistake ? true : undefined}
        aria-describedby={describedBy(props)}
      />
    </Around>
  )
}

/** An amount of money; the currency is said, not asked. */
export function MoneyField(props: FieldProps & { amount?: string; currency: string; currencyText: string }): ReactNode {
  const id = fieldId(props.name)
  return (
    <Around {...props}>
      <div className="affix">
        <input
          className="input"
          id={id}
          name={`${props.name}/amount`}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={props.amount}
          aria-invalid={props.mistake ? true : undefined}
          aria-describedby={describedBy(props)}
        />
        <span>{props.currencyText}</span>
      </div>
      <input type="hidden" name={`${props.name}/currency`} value={props.currency} />
    </Around>
  )
}
