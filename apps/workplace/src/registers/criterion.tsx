import type { RegisterDescription } from '@tereze/registers/contract'
import { type ReactNode, useId } from 'react'
import { useWords } from '../words/words.ts'
import { fieldName, fieldValue } from './register-words.ts'

/** One criterion of a search: the field of a column, or a choice where its values are known. */
export function Criterion({
  column,
  described,
  value,
}: {
  column: RegisterDescription['columns'][number]
  described: RegisterDescription
  value: string
}): ReactNode {
  const words = useWords()
  const id = useId()
  const values = column.type === 'boolean' ? ['true', 'false'] : column.values
  const nameOf = (one: string) =>
    column.type === 'boolean'
      ? words.say(one === 'true' ? 'value.yes' : 'value.no')
      : (fieldValue(described, column.pointer, one, words) ?? one)
  return (
    <div className="field">
      <label htmlFor={id}>{fieldName(described, column.pointer, words)}</label>
      {values === null ? (
        <input
          id={id}
          className="input"
          type={column.type === 'date' ? 'date' : 'text'}
          inputMode={column.type === 'number' ? 'decimal' : undefined}
          name={column.name}
          defaultValue={value}
          autoComplete="off"
        />
      ) : (
        <select id={id} className="input" name={column.name} defaultValue={value}>
          <option value="">{words.say('registers.any')}</option>
          {values.map(one => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
