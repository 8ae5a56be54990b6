import { LanguageSwitch, Offline, PersonMenu, SignInAgain, useOrganisations, useSession } from '@tereze/ui-app'
import { Icon, Mark } from '@tereze/ui-components'
import {
  AppWindow,
  Archive,
  ArrowLeftRight,
  BadgeCheck,
  Eye,
  Gauge,
  Inbox as InboxPicture,
  Keyboard,
  Library,
  type LucideIcon,
  ShieldCheck,
  Stamp,
  Table2,
  TicketCheck,
  WalletCards,
  Wrench,
} from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, NavLink, Outlet, useLocation } from 'react-router'
import { forgetAnswers } from '../case/answer-draft.ts'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { type Place, placesFor } from '../session/places.ts'
import { useWords } from '../words/words.ts'
import { KeysDialog } from './keys-dialog.tsx'

const pictures: Readonly<Record<Place['id'], LucideIcon>> = {
  inbox: InboxPicture,
  registers: Library,
  quality: Gauge,
  exchange: ArrowLeftRight,
  'open-data': Table2,
  audit: Stamp,
  operations: Wrench,
  vigilance: Eye,
  archive: Archive,
  rights: ShieldCheck,
  shown: WalletCards,
  applications: AppWindow,
  seals: BadgeCheck,
  reception: TicketCheck,
}

/** What stands around every screen: where one is, who one is, the language, the keys. */
export function Shell(): ReactNode {
  const { say } = useWords()
  const session = useSession()
  const { pathname } = useLocation()
  const open = placesFor(session.roles, session.organisation)
  const organisations = useOrganisations()
  const [keys, showKeys] = useState(false)
  const sections = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the section that is looked at changes with the path.
  useEffect(() => {
    const here = sections.current?.querySelector<HTMLElement>('.place-here')
    if (here) sections.current?.scrollTo({ left: here.offsetLeft - sections.current.offsetLeft })
  }, [pathname])
  useShortcuts({ '?': () => void showKeys(true) })
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
              {say('shell.name')}
              <span className="brand-place">{organisations(session.organisation)}</span>
            </span>
          </Link>
          {open.length === 0 ? null : (
            <nav className="places" ref={sections} aria-label={say('shell.places')}>
              {open.map(({ id, path }) => {
                const Picture = pictures[id]
                return (
                  <NavLink key={id} to={path} className={() => placeClass(pathname.startsWith(`/${id}`))}>
                    <Picture className="icon" strokeWidth={1.75} aria-hidden="true" />
                    {say(`shell.${id}`)}
                  </NavLink>
                )
              })}
            </nav>
          )}
          <LanguageSwitch />
          <button type="button" className="bar-button keys-button" onClick={() => showKeys(true)}>
            <Keyboard className="icon" strokeWidth={1.75} aria-hidden="true" />
            {say('shell.keys')}
          </button>
          <PersonMenu left={() => forgetAnswers(sessionStorage)}>
            {session.roles.includes('one-stop-shop-operator') ? (
              <p>
                <a href="/recovery">{say('shell.recovery')}</a>
              </p>
            ) : null}
          </PersonMenu>
        </div>
      </header>
      <Offline />
      <Outlet />
      <KeysDialog open={keys} change={showKeys} />
      <SignInAgain back="/workplace/signed-in" />
      <footer className="print-only print-foot">
        <Icon name="print" />
        {say('shell.printed', { name: session.name })}
      </footer>
    </>
  )
}

const placeClass = (here: boolean) => (here ? 'place place-here' : 'place')
