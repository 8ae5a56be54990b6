import type { ReactNode } from 'react'
import { MONTH_NAMES } from '../format/calendar-words.ts'
import type { Language } from '../format/language.ts'
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

function describedBy(props: FieldProps): string | undefined {
  const ids = [props.hint ? `${fieldId(props.name)}-hint` : '', props.mistake ? `${fieldId(props.name)}-mistake` : '']
  return ids.filter(id => id !== '').join(' ') || undefined
}

function Around(props: FieldProps & { group?: boolean; children: ReactNode }): ReactNode {
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

/** A file from the person's device. */
export function FileField(props: FieldProps & { accept?: string }): ReactNode {
  return (
    <Around {...props}>
      <input
        className="input input-file"
        id={fieldId(props.name)}
        name={props.name}
        type="file"
        accept={props.accept}
        aria-invalid={props.mistake ? true : undefined}
        aria-describedby={describedBy(props)}
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

/** Questions that belong together, under one name. */
export function FieldGroup({ legend, children }: { legend: ReactNode; children: ReactNode }): ReactNode {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}

/** What is wrong with the form, above it; each line leads to its field. Focus comes here after sending. */
export function Mistakes(props: {
  title: string
  lines: readonly { readonly key: string; readonly name: string | null; readonly text: ReactNode }[]
}): ReactNode {
  if (props.lines.length === 0) return null
  return (
    <div className="mistakes" role="alert" aria-labelledby="mistakes-title" tabIndex={-1} id="mistakes">
      <h2 id="mistakes-title">{props.title}</h2>
      <ul>
        {props.lines.map(line => (
          <li key={line.key}>{line.name === null ? line.text : <a href={`#${fieldId(line.name)}`}>{line.text}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

/** What we know, as a sentence with its source; “This is wrong” opens the field that corrects it. */
export function Known(props: {
  label: ReactNode
  value: ReactNode
  source: ReactNode
  /** The words of the link that opens the correction; without them the value is not to be corrected here. */
  wrong?: ReactNode
  open?: boolean
  children?: ReactNode
}): ReactNode {
  return (
    <div className="field">
      <div className="field-label">{props.label}</div>
      <div className="known">
        <p className="known-value">{props.value}</p>
        <span className="source">{props.source}</span>
        {props.wrong && props.children ? (
          <details open={props.open}>
            <summary>{props.wrong}</summary>
            <div>{props.children}</div>
          </details>
        ) : null}
      </div>
    </div>
  )
}

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
