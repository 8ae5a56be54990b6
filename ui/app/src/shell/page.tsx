import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** The content of one screen: names the tab, and takes the focus when one comes here, so that a screen reader begins here. */
export function Page(of: { title: string; wide?: boolean; children: ReactNode }): ReactNode {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is what moves the focus.
  useEffect(() => {
    if (first.current) first.current = false
    else if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <main id="main" ref={main} tabIndex={-1} className={of.wide ? 'page page-wide' : 'page'}>
      <title>{`${of.title} · Tereze`}</title>
      {of.children}
    </main>
  )
}
