import { Page } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { Navigate, NavLink, useNavigate, useParams } from 'react-router'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { useWords } from '../words/words.ts'
import { BatchesTab } from './batches-tab.tsx'
import { IncidentsTab } from './incidents-tab.tsx'
import { QueuesTab } from './queues-tab.tsx'
import { isOperatorTab, type OperatorTab, operatorTabs } from './tabs.ts'
import { VersionsTab } from './versions-tab.tsx'

const parts: Readonly<Record<OperatorTab, () => ReactNode>> = {
  incidents: IncidentsTab,
  queues: QueuesTab,
  versions: VersionsTab,
  batches: BatchesTab,
}

/** The page of those who operate processes at `/operations/:tab`: what has stopped, what waits, what runs where, what is being done. */
export function OperationsPage(): ReactNode {
  const { tab } = useParams()
  return isOperatorTab(tab) ? <Operations tab={tab} /> : <Navigate to="/operations/incidents" replace />
}

function Operations({ tab }: { tab: OperatorTab }): ReactNode {
  const { say } = useWords()
  const navigate = useNavigate()
  const goTo = (index: number) => () => void navigate(`/operations/${operatorTabs[index]}`)
  useShortcuts({ '1': goTo(0), '2': goTo(1), '3': goTo(2), '4': goTo(3) })
  const Part = parts[tab]
  return (
    <Page title={say(`operator.tab.${tab}`)} wide>
      <div className="inbox-head">
        <h1>{say('operator.title')}</h1>
        <nav className="tabs" aria-label={say('operator.title')}>
          {operatorTabs.map(name => (
            <NavLink key={name} to={`/operations/${name}`}>
              {say(`operator.tab.${name}`)}
            </NavLink>
          ))}
        </nav>
      </div>
      <h2 className="hidden-text">{say(`operator.tab.${tab}`)}</h2>
      <Part />
    </Page>
  )
}
