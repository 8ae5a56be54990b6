import type { ReactNode } from 'react'
import { LANGUAGES, type Language } from '../format/language.ts'
import { Brand } from './brand.tsx'
import { Icon, type IconName } from './icon.tsx'

/** A place to go, in the header on a wide screen and at the thumb on a phone. */
export interface NavItem {
  readonly href: string
  readonly text: string
  readonly icon: IconName
  readonly current?: boolean
  /** How many new things wait there, with the words that say it to a screen reader. */
  readonly count?: { readonly number: number; readonly words: string } | undefined
}

/** Everything around a page. */
export interface ShellProps {
  readonly name: string
  readonly home: string
  readonly language: Language
  readonly languageHref: (language: Language) => string
  readonly nav: readonly NavItem[]
  readonly words: { readonly skip: string; readonly nav: string; readonly languages: string }
  readonly notice?: ReactNode
  /** For whom one acts, where it is not oneself. */
  readonly acting?: ReactNode
  readonly footer: ReactNode
  readonly children: ReactNode
}

/** The frame of every page: way past the header, header with language switch, places to go, content, footer. */
export function Shell(props: ShellProps): ReactNode {
  return (
    <>
      <a className="skip" href="#main">
        {props.words.skip}
      </a>
      <header className="header">
        {props.notice ? (
          <div className="notice-bar">
            <p>{props.notice}</p>
          </div>
        ) : null}
        {props.acting ? <div className="acting-bar">{props.acting}</div> : null}
        <div className="header-inside">
          <Brand name={props.name} href={props.home} />
          {props.nav.length > 0 ? (
            <nav className="nav" aria-label={props.words.nav}>
              {props.nav.map(item => (
                <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
                  <Icon name={item.icon} />
                  {item.text}
                  {item.count && item.count.number > 0 ? (
                    <>
                      <span className="count" aria-hidden="true">
                        {item.count.number}
                      </span>
                      <span className="hidden-text">{item.count.words}</span>
                    </>
                  ) : null}
                </a>
              ))}
            </nav>
          ) : null}
          <LanguageSwitch language={props.language} href={props.languageHref} label={props.words.languages} />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="footer">
        <div className="footer-inside">{props.footer}</div>
      </footer>
    </>
  )
}

/** The three languages as equals; each named in itself. */
export function LanguageSwitch(props: {
  language: Language
  href: (language: Language) => string
  label: string
}): ReactNode {
  return (
    <nav aria-label={props.label}>
      <ul className="languages">
        {LANGUAGES.map(({ code, name, short }) => (
          <li key={code}>
            <a
              href={props.href(code)}
              lang={code}
              hrefLang={code}
              aria-current={code === props.language ? 'true' : undefined}
            >
              <span aria-hidden="true">{short}</span>
              <span className="hidden-text">{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A way back to where one came from. */
export function Back({ href, children }: { href: string; children: ReactNode }): ReactNode {
  return (
    <a className="back" href={href}>
      <Icon name="arrow-left" />
      {children}
    </a>
  )
}
