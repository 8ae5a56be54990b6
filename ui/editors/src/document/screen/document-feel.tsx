import type { ReactNode } from 'react'
import { FeelInput } from '../../form/screen/feel-setting.tsx'
import { useDesk } from './document-desk.ts'

/** An expression of a document, looked at while it is typed. */
export function DocumentFeel(props: {
  label: string
  hint?: string
  value: string
  commit: (text: string | undefined) => void
}): ReactNode {
  const { say, readOnly, names } = useDesk()
  return (
    <FeelInput
      {...props}
      names={names}
      readOnly={readOnly}
      words={{
        names: say('feel.names'),
        unreadable: place => say('feel.unreadable', { place }),
        unknown: name => say('feel.unknown', { name }),
      }}
    />
  )
}
