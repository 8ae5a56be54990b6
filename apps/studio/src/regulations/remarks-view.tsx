import { PageState } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import type { Life } from './life.ts'
import { RemarksTable } from './remarks-table.tsx'

/** The table of remarks and answers. */
export function RemarksView({ life }: { life: Life }): ReactNode {
  const { say } = useWords()
  const { remarks } = life.life
  if (remarks.length === 0) return <PageState drawing="empty" small heading="h2" title={say('life.no-remarks')} />
  return <RemarksTable life={life} remarks={remarks} caption={say('life.view.remarks')} />
}
