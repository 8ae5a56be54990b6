import type { ReactNode } from 'react'
import { Around, describedBy, type FieldProps, fieldId } from './field-frame.tsx'

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
