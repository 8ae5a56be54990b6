import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { ListLayout } from 'react-aria-components'

/** Brings the row of a key into the window of a list that draws only what is seen, when another is selected. */
export function useInSight(layout: ListLayout<unknown>, key: string): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement | null>(null)
  useLayoutEffect(() => {
    // Where rows stand is known once the list has laid them out.
    const frame = requestAnimationFrame(() => {
      const row = layout.getLayoutInfo(key)?.rect
      const window = list.current
      if (row === undefined || window === null) return
      if (row.y < window.scrollTop) window.scrollTop = row.y
      else if (row.maxY > window.scrollTop + window.clientHeight) window.scrollTop = row.maxY - window.clientHeight
    })
    return () => cancelAnimationFrame(frame)
  }, [layout, key])
  return list
}
