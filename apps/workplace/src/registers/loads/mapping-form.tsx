import { checkImport, type Import, type ImportSettings, type RegisterDescription } from '@tereze/registers/contract'
import { BusyButton, RefusalNote, useSession } from '@tereze/ui-app'
import { type ReactNode, useId, useState } from 'react'
import { useWords } from '../../words/words.ts'
import { useCommand } from '../use-command.ts'
import { columnName } from './column-name.ts'

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}): ReactNode {
  const id = useId()
  return (
    <p className="filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={event => onChange(event.target.value)}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  )
}

/** Says of each column of a file which field of the register it is, and how numbers, dates and empty cells are taken. */
export function MappingForm({
  described,
  shown,
  settings,
}: {
  described: RegisterDescription
  shown: Import
  settings: ImportSettings
}): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [chosen, setChosen] = useState(settings)
  const check = useCommand(checkImport)
  const { say } = words
  const fields = [
    { value: '', label: say('loads.leave-out') },
    { value: 'record', label: say('loads.record-id') },
    ...shown.fields.map(field => ({ value: field, label: columnName(described, field, words) })),
  ]
  const map = (column: string, field: string) => {
    const { [column]: _before, ...others } = chosen.mapping
    setChosen({ ...chosen, mapping: field === '' ? others : { ...others, [column]: field } })
  }
  const orNull = (value: string) => (value === '' ? null : value)
  return (
    <form
      className="load-mapping"
      onSubmit={event => {
        event.preventDefault()
        check.mutate({ organisation, import: shown.import, settings: chosen })
      }}
    >
      <h3>{say('loads.mapping')}</h3>
      {shown.columns.map(column => (
        <Choice
          key={column}
          label={column}
          value={chosen.mapping[column] ?? ''}
          options={fields}
          onChange={field => map(column, field)}
        />
      ))}
      <Choice
        label={say('loads.key')}
        value={chosen.key ?? ''}
        options={[{ value: '', label: say('loads.no-key') }, ...shown.keys.map(key => ({ value: key, label: key }))]}
        onChange={key => setChosen({ ...chosen, key: orNull(key) })}
      />
      <Choice
        label={say('loads.decimal')}
        value={chosen.decimal ?? ''}
        options={(['', 'comma', 'point'] as const).map(value => ({
          value,
          label: say(`loads.decimal.${value || 'certain'}`),
        }))}
        onChange={value => setChosen({ ...chosen, decimal: orNull(value) as ImportSettings['decimal'] })}
      />
      <Choice
        label={say('loads.dates')}
        value={chosen.dates ?? ''}
        options={(['', 'day-first', 'month-first'] as const).map(value => ({
          value,
          label: say(`loads.dates.${value || 'certain'}`),
        }))}
        onChange={value => setChosen({ ...chosen, dates: orNull(value) as ImportSettings['dates'] })}
      />
      <Choice
        label={say('loads.empty')}
        value={chosen.empty}
        options={(['keep', 'remove'] as const).map(value => ({ value, label: say(`loads.empty.${value}`) }))}
        onChange={value => setChosen({ ...chosen, empty: value as ImportSettings['empty'] })}
      />
      {check.error ? <RefusalNote problem={check.error.problem} /> : null}
      <BusyButton type="submit" className="button" busy={check.isPending}>
        {say('loads.check')}
      </BusyButton>
    </form>
  )
}
