import type { ReactNode } from 'react'

/** The mark: a window of four panes with light in it. A country or region puts its emblem in this file. */
export function Mark({ size = 30 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 30 30" aria-hidden="true" focusable="false">
      <path d="M4 26 15 15v11z" fill="var(--saffron)" />
      <rect x="2.500" y="2.500" width="25" height="25" rx="5" fill="none" stroke="var(--sky)" strokeWidth="2.500" />
      <path d="M15 3v24M3 15h24" stroke="var(--sky)" strokeWidth="2" />
    </svg>
  )
}

/** Name of the place whose portal this is, and the mark before it. */
export function Brand({ name, href }: { name: string; href: string }): ReactNode {
  return (
    <a className="brand" href={href}>
      <Mark />
      {name}
    </a>
  )
}
