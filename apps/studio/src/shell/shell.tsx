import { LanguageSwitch, Offline, PersonMenu, SignInAgain, useOrganisations, useSession } from '@tereze/ui-app'
import { Mark } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link, NavLink, Outlet, useLocation } from 'react-router'
import { useWords } from '../words/words.ts'
import { seesDrafts } from './sees-drafts.ts'

/** What stands around every screen: where one is, who one is, the language. */
export function Shell(): ReactNode {
  const { say } = useWords()
  const session = useSession()
  const organisations = useOrganisations()
  const { pathname } = useLocation()
  const isMaker = seesDrafts(session.roles)
  const atPublications = pathname.startsWith('/publications')
  const atRegulations = pathname.startsWith('/regulations')
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
          <nav className="places" aria-label={say('shell.places')}>
            {isMaker ? (
              <>
                <NavLink to="/" className={() => placeClass(!atPublications && !atRegulations)}>
                  {say('drafts.title')}
                </NavLink>
                <NavLink to="/publications" className={() => placeClass(atPublications)}>
                  {say('publications.title')}
                </NavLink>
              </>
            ) : null}
            <NavLink to="/regulations" className={() => placeClass(atRegulations)}>
              {say('regulations.title')}
            </NavLink>
          </nav>
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

const placeClass = (here: boolean) => (here ? 'place place-here' : 'place')
