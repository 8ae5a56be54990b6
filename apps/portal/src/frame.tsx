import { type Language, type NavItem, Shell } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from './addresses.ts'
import { HiddenFields } from './hidden-fields.tsx'
import type { Ui } from './ui.ts'

/** Files that the build made, by their public addresses. */
export interface PortalAssets {
  readonly stylesheet: string
  readonly icon: string
  /** The one script: what is looked up while one types, and files that come with their progress. Only pages with such fields load it. */
  readonly script: string
  /** The script that starts the service worker; every page loads it after all else. */
  readonly offline: string
  /** The manifest by which the portal is installed, in each language. */
  readonly manifests: Readonly<Record<Language, string>>
}

/** What the frame of a page is made of besides its content. */
export interface FrameOptions {
  readonly assets: PortalAssets
  /** True at an installation with invented people: every page says so. */
  readonly demo: boolean
  /** Where the sign-out form is sent. */
  readonly signOut: string
  /** How many messages are unread. */
  readonly unread: number
  /** Whether the page has something that is easier with the script. */
  readonly script: boolean
}

/** The whole document of a page. */
export function Frame(props: { ui: Ui; title: string; options: FrameOptions; children: ReactNode }): ReactNode {
  const { ui, options } = props
  const { assets } = options
  const home = new URL(ui.address, 'http://localhost').pathname === addresses.home
  return (
    <html lang={ui.language}>
      <head>
        <meta charSet="utf-8" />
        <title>{home ? ui.t('name') : `${props.title} · ${ui.t('name')}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#18212b" media="(prefers-color-scheme: dark)" />
        {/* Fonts are not asked for ahead: on a slow network they would hold up the stylesheet and the first paint. */}
        <link rel="stylesheet" href={assets.stylesheet} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <link rel="manifest" href={assets.manifests[ui.language]} />
        <script type="module" src={assets.offline} />
        {options.script ? <script type="module" src={assets.script} /> : null}
      </head>
      <body className="with-nav">
        <Shell
          name={ui.t('name')}
          home={addresses.home}
          language={ui.language}
          languageHref={language => languageAddress(ui.address, language)}
          nav={navigation(ui, options.unread)}
          words={{ skip: ui.t('shell.skip'), nav: ui.t('shell.nav'), languages: ui.t('shell.languages') }}
          notice={options.demo ? ui.t('shell.demo') : undefined}
          acting={ui.visitor.acting === undefined ? undefined : <ActingBar ui={ui} name={ui.visitor.acting.name} />}
          footer={<Foot ui={ui} options={options} />}
        >
          {props.children}
        </Shell>
      </body>
    </html>
  )
}

/** For whom the visitor acts, on every page, and the way back to oneself. */
function ActingBar({ ui, name }: { ui: Ui; name: string }): ReactNode {
  return (
    <form method="post" action={addresses.acting} className="acting-bar-inside">
      <HiddenFields ui={ui} />
      <input type="hidden" name="principal" value="" />
      <p>{ui.t('acting.bar', { name })}</p>
      <button className="button button-plain" type="submit">
        {ui.t('acting.bar.end')}
      </button>
    </form>
  )
}

function navigation(ui: Ui, unread: number): NavItem[] {
  const path = new URL(ui.address, 'http://localhost').pathname
  const at = (href: string) => path === href || path.startsWith(`${href}/`)
  const { acting, person, self } = ui.visitor
  if (person === null && self === undefined) {
    return [{ href: ui.signIn(path), text: ui.t('nav.sign-in'), icon: 'person', current: at(addresses.signInHelp) }]
  }
  return [
    {
      href: addresses.cases,
      text: ui.t('nav.cases'),
      icon: 'folder',
      current: at(addresses.cases) || at('/situations'),
    },
    { href: addresses.documents, text: ui.t('nav.documents'), icon: 'document', current: at(addresses.documents) },
    {
      href: addresses.messages,
      text: ui.t('nav.messages'),
      icon: 'mail',
      current: at(addresses.messages),
      count: { number: unread, words: ui.t('nav.unread', { count: unread }) },
    },
    acting?.kind === 'organisation'
      ? { href: addresses.firm(acting.id), text: ui.t('nav.firm'), icon: 'person', current: at(addresses.me) }
      : { href: addresses.me, text: ui.t('nav.me'), icon: 'person', current: at(addresses.me) },
  ]
}

/** The same page in another language; the server keeps the choice. */
function languageAddress(address: string, language: Language): string {
  const url = new URL(address, 'http://localhost')
  url.searchParams.delete('done')
  url.searchParams.set('language', language)
  return `${url.pathname}${url.search}`
}

function Foot({ ui, options }: { ui: Ui; options: FrameOptions }): ReactNode {
  const signedIn = ui.visitor.self !== undefined || ui.visitor.person !== null
  return (
    <>
      <ul>
        <li>
          <a href={addresses.verify}>{ui.t('footer.verify')}</a>
        </li>
        <li>
          <a href={addresses.openData}>{ui.t('footer.open-data')}</a>
        </li>
        <li>
          {signedIn ? (
            <a href={addresses.looks}>{ui.t('footer.looks')}</a>
          ) : (
            <a href={addresses.signInHelp}>{ui.t('footer.sign-in-help')}</a>
          )}
        </li>
        <li>
          <a href={addresses.accessibility}>{ui.t('footer.accessibility')}</a>
        </li>
      </ul>
      {signedIn ? (
        <form method="post" action={options.signOut} className="row">
          <HiddenFields ui={ui} />
          <span>{ui.visitor.name}</span>
          <button className="button button-plain" type="submit">
            {ui.t('footer.sign-out')}
          </button>
        </form>
      ) : null}
      <p>{ui.t('footer.source')}</p>
    </>
  )
}
