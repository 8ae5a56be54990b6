import type { AskedField } from '@tereze/exchange/contract'
import { type ReactNode, useId } from 'react'
import { useWords } from '../words/words.ts'

/** The fields of a question, named `body/…`. */
export function AskedFieldsPart({ fields }: { fields: readonly AskedField[] }): ReactNode {
  return fields.map(field => <Field key={field.name} field={field} />)
}

function Field({ field }: { field: AskedField }): ReactNode {
  const words = useWords()
  const { name, label, type, required, options, minimum, maximum } = field
  const id = useId()
  const given = { id, className: 'input', name: `body/${name}`, required }
  const isNumber = type === 'integer' || type === 'number'
  const choices =
    type === 'yes-no'
      ? [
          { value: 'true', label: words.say('send.yes') },
          { value: 'false', label: words.say('send.no') },
        ]
      : options.map(option => ({ value: option.value, label: words.pick(option.label) }))
  return (
    <p className="field">
      <label htmlFor={id}>{words.pick(label)}</label>
      {type === 'choice' || type === 'yes-no' ? (
        <select {...given} defaultValue="">
          <option value="" disabled={required}>
            {words.say('send.choose')}
          </option>
          {choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...given}
          type={type === 'date' ? 'date' : isNumber ? 'number' : 'text'}
          {...(isNumber ? { step: type === 'integer' ? 1 : 'any' } : { maxLength: 1000 })}
          {...(minimum === null ? {} : { min: minimum })}
          {...(maximum === null ? {} : { max: maximum })}
        />
      )}
    </p>
  )
}

/** What was filled in, as the service takes it; what was left empty is not there. */
export function bodyOf(fields: readonly AskedField[], form: FormData): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const { name, type } of fields) {
    const value = String(form.get(`body/${name}`) ?? '').trim()
    if (value === '') continue
    if (type === 'integer' || type === 'number') body[name] = Number(value)
    else body[name] = type === 'yes-no' ? value === 'true' : value
  }
  return body
}
