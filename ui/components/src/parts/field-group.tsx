import type { ReactNode } from 'react'

/** Questions that belong together, under one name. */
export function FieldGroup({ legend, children }: { legend: ReactNode; children: ReactNode }): ReactNode {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}
