import type { RegisterDescription } from '@tereze/registers/contract'
import { Failure, Page, Waiting } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { Link, Navigate, NavLink, useNavigate, useParams } from 'react-router'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { useWords } from '../words/words.ts'
import { ChangesTab } from './changes-tab.tsx'
import { DuplicatesTab } from './duplicates-tab.tsx'
import { LoadsTab } from './loads/loads-tab.tsx'
import { SearchTab } from './search-tab.tsx'
import { useRegister } from './use-register.ts'

const parts = { records: SearchTab, changes: ChangesTab, duplicates: DuplicatesTab, loads: LoadsTab } as const
type Tab = keyof typeof parts

function tabsOf({ may, matching }: RegisterDescription): Tab[] {
  const does = (...acts: readonly string[]) => may.some(act => acts.includes(act))
  return [
    'records',
    ...(does('request', 'approve', 'write', 'correct') ? (['changes'] as const) : []),
    ...(matching && does('merge') ? (['duplicates'] as const) : []),
    ...(does('write', 'correct') ? (['loads'] as const) : []),
  ]
}

/** One register at `/registers/:register/:tab`: its records, the changes asked for, its likely duplicates, the files loaded into it. */
export function RegisterPage(): ReactNode {
  const { register = '', tab = 'records' } = useParams()
  const { query, described } = useRegister(register)
  const { say } = useWords()
  if (described !== undefined) return <Described described={described} tab={tab} />
  return (
    <Page title={say('registers.title')} wide>
      {query.isError ? (
        <Failure problem={query.error.problem} again={() => void query.refetch()} />
      ) : (
        <Waiting lines={8} />
      )}
    </Page>
  )
}

function Described({ described, tab }: { described: RegisterDescription; tab: string }): ReactNode {
  const { say, pick } = useWords()
  const navigate = useNavigate()
  const { register, may } = described
  const tabs = tabsOf(described)
  const goTo = (index: number) => () => {
    const name = tabs[index]
    if (name === undefined) return false
    void navigate(`/registers/${register}/${name}`)
  }
  useShortcuts({ '1': goTo(0), '2': goTo(1), '3': goTo(2), '4': goTo(3) })
  const here = tabs.find(name => name === tab)
  if (here === undefined) return <Navigate to={`/registers/${register}/records`} replace />
  const Part = parts[here]
  const adds = may.includes('request') || may.includes('write')
  return (
    <Page title={pick(described.title)} wide>
      <p className="back-line">
        <Link to="/registers">{say('registers.title')}</Link>
      </p>
      <div className="inbox-head">
        <h1>{pick(described.title)}</h1>
        <nav className="tabs" aria-label={pick(described.title)}>
          {tabs.map(name => (
            <NavLink key={name} to={`/registers/${register}/${name}`}>
              {say(`registers.tab.${name}`)}
            </NavLink>
          ))}
        </nav>
        {adds ? (
          <Link className="button button-quiet" to={`/registers/${register}/new`}>
            {say('registers.add')}
          </Link>
        ) : null}
      </div>
      <h2 className="hidden-text">{say(`registers.tab.${here}`)}</h2>
      <Part described={described} />
    </Page>
  )
}
