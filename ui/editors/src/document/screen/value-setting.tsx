import type { ReactNode } from 'react'
import { ChoiceSetting } from '../../form/screen/setting.tsx'
import { type FieldValue, type ValueKind, valueKinds } from '../draft/value.ts'
import { useDesk } from './document-desk.ts'
import { DocumentFeel } from './document-feel.tsx'

/** A value: the field or the expression, and how it is written. */
export function ValueSetting(props: {
  label: string
  value: FieldValue
  commit: (value: FieldValue) => void
}): ReactNode {
  const { fields, say, readOnly } = useDesk()
  const { value, commit, label } = props
  const known = fields.some(field => field.is === value.is)
  return (
    <fieldset className="doc-value">
      <legend>{label}</legend>
      <ChoiceSetting
        label={say('value.field')}
        readOnly={readOnly}
        value={known ? value.is : ''}
        options={[
          { value: '', text: say('value.expression') },
          ...fields.map(field => ({ value: field.is, text: field.label })),
        ]}
        commit={is => {
          const field = fields.find(one => one.is === is)
          if (field !== undefined) commit({ is: field.is, as: field.as })
        }}
      />
      <DocumentFeel
        label={say('value.is')}
        value={value.is === 'null' ? '' : value.is}
        commit={is => commit({ ...value, is: is ?? 'null' })}
      />
      <ChoiceSetting
        label={say('value.as')}
        readOnly={readOnly}
        value={value.as}
        options={valueKinds.map(kind => ({ value: kind, text: say(`as.${kind}`) }))}
        commit={as => commit({ ...value, as: as as ValueKind })}
      />
    </fieldset>
  )
}
