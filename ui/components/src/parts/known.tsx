import type { ReactNode } from 'react'

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
