import { LanguageSwitch, Offline, PersonMenu, SignInAgain, useOrganisations, useSession, Waiting } from '@tereze/ui-app'
import { Mark } from '@tereze/ui-components'
import { type ReactNode, Suspense } from 'react'
import { Link, NavLink, Outlet, useLocation } from 'react-router'
import { useWords } from '../words/words.ts'
import { seesDrafts } from './sees-drafts.ts'
import './shell.css'

/** Places that are not drafts. */
const elsewhere = ['/publications', '/versions', '/regulations', '/variants', '/works', '/roles']

/** What stands around every screen: where one is, who one is, the language. */
export function Shell(): ReactNode {
  const { say } = useWords()
  const session = useSession()
  const organisations = useOrganisations()
  const { pathname } = useLocation()
  const isAt = (place: string) => pathname === place || pathname.startsWith(`${place}/`)
  const isMaker = seesDrafts(session.roles)
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
                <NavLink to="/" className={() => placeClass(!elsewhere.some(isAt))}>
                  {say('drafts.title')}
                </NavLink>
                <NavLink to="/publications" className={() => placeClass(isAt('/publications') || isAt('/versions'))}>
                  {say('publications.title')}
                </NavLink>
              </>
            ) : null}
            <NavLink to="/regulations" className={() => placeClass(isAt('/regulations'))}>
              {say('regulations.title')}
            </NavLink>
            {isMaker ? (
              <>
                <NavLink to="/variants" className={() => placeClass(isAt('/variants'))}>
                  {say('variants.title')}
                </NavLink>
                <NavLink to="/works" className={() => placeClass(isAt('/works'))}>
                  {say('works.title')}
                </NavLink>
              </>
            ) : null}
            {session.roles.includes('head') ? (
              <NavLink to="/roles" className={() => placeClass(isAt('/roles'))}>
                {say('roles.title')}
              </NavLink>
            ) : null}
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
      <Suspense
        fallback={
          <main id="main">
            <Waiting lines={8} />
          </main>
        }
      >
        <Outlet />
      </Suspense>
      <SignInAgain back="/studio/signed-in" />
    </>
  )
}

const placeClass = (here: boolean) => (here ? 'place place-here' : 'place')
