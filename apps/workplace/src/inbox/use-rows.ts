import { useEffect, useRef, useState } from 'react'

/** Where the reader is in a list of rows: one row is in the tab order, arrows move it. */
export interface Rows {
  readonly current: number
  /** For the link of each row. */
  linkOf(index: number): {
    readonly ref: (link: HTMLAnchorElement | null) => void
    readonly tabIndex: 0 | -1
    readonly onFocus: () => void
  }
  /** Moves by so many rows from the one in focus; from outside of the list to its current row. */
  move(by: number): void
  /** Whether focus is in the list, or nowhere. */
  reachable(): boolean
}

/** Rows of a list of `count`; `begin` is the row to stand on when the list is first shown, -1 for none. */
export function useRows(count: number, begin: number): Rows {
  const links = useRef(new Map<number, HTMLAnchorElement>())
  const [at, setAt] = useState(0)
  const begun = useRef(false)
  const current = Math.max(0, Math.min(at, count - 1))

  function focus(index: number): void {
    const link = links.current.get(index)
    link?.focus({ preventScroll: true })
    link?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }

  useEffect(() => {
    if (begun.current || count === 0) return
    begun.current = true
    if (begin >= 0) focus(begin)
  })

  const inFocus = () => [...links.current.values()].some(link => link === document.activeElement)

  return {
    current,
    linkOf: index => ({
      ref(link) {
        if (link) links.current.set(index, link)
        else links.current.delete(index)
      },
      tabIndex: index === current ? 0 : -1,
      onFocus: () => setAt(index),
    }),
    move(by) {
      focus(inFocus() ? Math.max(0, Math.min(current + by, count - 1)) : current)
    },
    reachable: () => document.activeElement === document.body || inFocus(),
  }
}
