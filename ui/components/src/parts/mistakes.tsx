import type { ReactNode } from 'react'
import { fieldId } from './field-frame.tsx'

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
