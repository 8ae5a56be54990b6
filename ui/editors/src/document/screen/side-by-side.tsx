import type { ReactNode } from 'react'
import type { TextPlace } from '../changes/write-text.ts'
import { useDesk } from './document-desk.ts'
import { TextBox } from './text-box.tsx'

/** A text in the languages of the page: beside each other, or one above the other. */
export function SideBySide(props: {
  place: TextPlace
  label: string
  fields?: boolean
  stacked?: boolean
  focus?: boolean
  next?: () => void
  leave?: () => void
}): ReactNode {
  const { shown } = useDesk()
  return (
    <div className={props.stacked ? 'doc-stacked' : 'doc-beside'}>
      {shown.map((language, index) => (
        <TextBox
          key={language}
          place={props.place}
          in={language}
          label={props.label}
          fields={props.fields ?? false}
          focus={props.focus === true && index === 0}
          next={props.next}
          leave={props.leave}
        />
      ))}
    </div>
  )
}
