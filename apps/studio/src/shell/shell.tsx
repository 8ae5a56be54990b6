import { LanguageSwitch, Offline, PersonMenu, SignInAgain, useOrganisations, useSession } from '@tereze/ui-app'
import { Mark } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link, Outlet } from 'react-router'
import { useWords } from '../words/words.ts'

/** What stands around every screen: where one is, who one is, the language. */
export function Shell(): ReactNode {
  const { say } = useWords()
  const session = useSession()
  const organisations = useOrganisations()
  return (
    <>
      <a className="skip" href="#main">
        {say('shell.skip')}
      </a>
      <header className="header">
        <div className="bar">
          <Link className="brand" to="/">
            <Mark />
            <span>
              {say('studio.name')}
              <span className="brand-place">{organisations(session.organisation)}</span>
            </span>
          </Link>
          <LanguageSwitch />
          <PersonMenu>
            <p>
              <a href="/workplace/">{say('studio.to-workplace')}</a>
            </p>
          </PersonMenu>
        </div>
      </header>
      <Offline />
      <Outlet />
      <SignInAgain back="/studio/signed-in" />
    </>
  )
}
