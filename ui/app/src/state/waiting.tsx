import { Skeleton } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.tsx'

/** Grey lines where content will be; seen only when it takes longer than 300 ms. */
export function Waiting({ lines }: { lines: number }): ReactNode {
  const { say } = useWords()
  return <Skeleton lines={lines} label={say('state.loading')} />
}
