import type { ReactNode } from 'react'

/** The box of a check box; its mark is shown by the style of the selected one. */
export function CheckMark(): ReactNode {
  return (
    <span className="check-box" aria-hidden="true">
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <path d="m3 8.500 3.500 3.500L13 5" fill="none" stroke="currentColor" strokeWidth="2.500" />
      </svg>
    </span>
  )
}
