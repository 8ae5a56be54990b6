import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useSyncExternalStore } from 'react'
import { useWords } from '../words/words.tsx'

/** Says quietly that there is no network and from when what one sees is. */
export function Offline(): ReactNode {
  const { say, moment } = useWords()
  const queries = useQueryClient()
  const online = useSyncExternalStore(
    change => onlineManager.subscribe(change),
    () => onlineManager.isOnline(),
  )
  if (online) return <div role="status" />
  const read = Math.max(
    0,
    ...queries
      .getQueryCache()
      .getAll()
      .map(query => query.state.dataUpdatedAt),
  )
  return (
    <div role="status" className="notice-bar">
      <p>{say('shell.offline', { moment: moment(new Date(read).toISOString(), { year: false }) })}</p>
    </div>
  )
}
