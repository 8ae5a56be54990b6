import { type ColumnSettings, type DecisionTable, type Model, moveColumn, removeColumn, setColumn } from '@tereze/dmn'
import type { ReactNode } from 'react'
import { Press, SelectInput, TextInput } from '../parts/fields.tsx'
import type { GridColumn } from './grid-column.ts'
import type { DecisionText, SayDecision } from './say-decision.ts'

const TYPES = [
  'string',
  'number',
  'boolean',
  'date',
  'date and time',
  'time',
  'days and time duration',
  'years and months duration',
]

/** What is selected when it is a column: its heading, what it is about, its kind of value, what it allows. */
export function ColumnPanel(props: {
  readonly xml: string
  readonly table: DecisionTable
  readonly model: Model
  readonly column: GridColumn
  readonly readOnly: boolean
  readonly say: SayDecision
  readonly change: (xml: string) => void
}): ReactNode {
  const { xml, table, column, say, change, readOnly, model } = props
  const { kind, index } = column
  const set = (says: ColumnSettings): void => change(setColumn(xml, table, kind, index, says))
  const input = kind === 'input' ? table.inputs[index] : undefined
  const output = kind === 'output' ? table.outputs[index] : undefined
  const shared = input ?? output
  const count = table[`${kind}s`].length
  const typeRef = shared?.typeRef ?? ''
  const types = [...TYPES, ...model.itemDefinitions.map(({ name }) => name)]
  const known = typeRef === '' || types.includes(typeRef) ? types : [...types, typeRef]
  return (
    <section aria-label={say('column.title', { name: column.head })}>
      <h3>{say('column.title', { name: column.head })}</h3>
      {readOnly ? null : (
        <div className="editor-presses">
          <Press press={() => change(moveColumn(xml, table, kind, index, index - 1))} off={index === 0}>
            {say('column.left')}
          </Press>
          <Press press={() => change(moveColumn(xml, table, kind, index, index + 1))} off={index === count - 1}>
            {say('column.right')}
          </Press>
          <Press press={() => change(removeColumn(xml, table, kind, index))} off={kind === 'output' && count === 1}>
            {say('column.remove')}
          </Press>
        </div>
      )}
      {shared === undefined ? (
        <TextInput
          label={say('column.name')}
          value={table.annotations[index] ?? ''}
          readOnly={readOnly}
          give={name => set({ name })}
        />
      ) : (
        <>
          <TextInput
            label={say('column.label')}
            value={shared.label}
            readOnly={readOnly}
            give={label => set({ label })}
          />
          {input === undefined ? null : (
            <TextInput
              label={say('column.expression')}
              value={input.expression.text}
              readOnly={readOnly}
              code
              lines={2}
              give={expression => set({ expression })}
            />
          )}
          {output === undefined ? null : (
            <TextInput
              label={say('column.name')}
              value={output.name}
              readOnly={readOnly}
              give={name => set({ name })}
            />
          )}
          <SelectInput
            label={say('column.type')}
            value={typeRef}
            readOnly={readOnly}
            options={[
              { value: '', text: say('column.type.none') },
              ...known.map(value => ({
                value,
                text: TYPES.includes(value) ? say(`column.type.${value.replaceAll(' ', '-')}` as DecisionText) : value,
              })),
            ]}
            give={value => set({ typeRef: value })}
          />
          <TextInput
            label={say('column.values')}
            value={shared.values?.text ?? ''}
            readOnly={readOnly}
            code
            give={values => set({ values })}
          />
          {output === undefined ? null : (
            <TextInput
              label={say('column.default')}
              value={output.defaultEntry?.text ?? ''}
              readOnly={readOnly}
              code
              give={defaultEntry => set({ defaultEntry })}
            />
          )}
        </>
      )}
    </section>
  )
}
