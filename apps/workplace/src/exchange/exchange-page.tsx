import { Page, useSession } from '@tereze/ui-app'
import type { ReactNode } from 'react'
import { NavLink, useNavigate } from 'react-router'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { useWords } from '../words/words.ts'
import { type ExchangeTab, exchangeTabs, tabsFor } from './tabs.ts'

/** The frame of a part of the exchange: its heading, and the ways to the other parts, also by the keys 1 to 9. */
export function ExchangePage(of: { tab: ExchangeTab['id']; children: ReactNode }): ReactNode {
  const { say } = useWords()
  const navigate = useNavigate()
  const open = tabsFor(useSession().roles)
  useShortcuts(
    Object.fromEntries(
      exchangeTabs.map((tab, index) => [
        String(index + 1),
        () => (open.includes(tab) ? void navigate(tab.path) : false),
      ]),
    ),
  )
  const title = say(of.tab === 'log' ? 'exchange.title' : `exchange.tab.${of.tab}`)
  return (
    <Page title={title} wide>
      <div className="inbox-head">
        <h1>{title}</h1>
        <nav className="tabs" aria-label={say('exchange.parts')}>
          {open.map(({ id, path }) => (
            <NavLink key={id} to={path} end>
              {say(`exchange.tab.${id}`)}
            </NavLink>
          ))}
        </nav>
      </div>
      {of.children}
    </Page>
  )
}
