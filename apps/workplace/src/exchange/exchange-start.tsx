import { useSession } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { Navigate } from 'react-router'
import { ExchangeLog } from './exchange-log.tsx'
import { tabsFor } from './tabs.ts'

/** The exchange at `/exchange`: the log, or the first part that one's role opens. */
export function ExchangeStart(): ReactNode {
  const [first] = tabsFor(useSession().roles)
  return first === undefined || first.id === 'log' ? <ExchangeLog /> : <Navigate to={first.path} replace />
}
