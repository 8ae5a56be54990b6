import type { ReactNode } from 'react'

const frame = (
  <>
    <path className="glass" d="M38 10h44v52H38z" />
    <path d="M38 10h44v52H38zM60 10v52M38 34h44M32 62h56v5H32z" />
  </>
)

/** Drawings of states of a page: each is our window at another hour. */
export const stateDrawings = {
  empty: (
    <>
      {frame}
      <path className="green" d="M74 62v-7M74 56c-5 0-6-4-4-8 1.200-2 3-3 4-6 1 3 2.800 4 4 6 2 4 1 8-4 8z" />
      <path className="fill" d="M69 56h10l-1.500 6h-7z" />
      <circle className="light" cx="49" cy="23" r="5" />
    </>
  ),
  lost: (
    <>
      <path className="glow" d="M8 68 44 30l22 0 46 38z" />
      <path d="M8 68h104M44 30 8 68M66 30l46 38M56 34v5M57 46v6M59 59v7" />
      <path className="fill" d="M70 18h26l7 7-7 7H70zM50 40H34l-6 5.500 6 5.500h16" />
      <path d="M60 14v54" />
      <circle className="light" cx="24" cy="20" r="7" />
    </>
  ),
  broken: (
    <>
      {frame}
      <path className="fill" d="M46 54a8 8 0 0 1 1-16 11 11 0 0 1 21-2 9 9 0 0 1 4 18z" />
      <path d="M52 58l-2 5M60 58l-2 5M68 58l-2 5" />
      <circle className="light" cx="73" cy="21" r="5" />
    </>
  ),
  closed: (
    <>
      {frame}
      <path className="fill" d="M38 10 16 16v52l22-6zM82 10l22 6v52l-22-6z" />
      <path d="M21 26l12-3M21 36l12-3M21 46l12-3M21 56l12-3M87 23l12 3M87 33l12 3M87 43l12 3M87 53l12 3" />
      <path className="fill" d="M51 36h18v14H51zM55 36v-4a5 5 0 0 1 10 0v4" />
      <circle className="light" cx="60" cy="43" r="2.500" />
    </>
  ),
  evening: (
    <>
      {frame}
      <path className="light" d="M72 28a9 9 0 0 1-9-12 9 9 0 1 0 12 11 9 9 0 0 1-3 1z" />
      <path d="M46 22h.01M52 28h.01M46 44h.01M76 48h.01M70 56h.01" />
    </>
  ),
  sign: (
    <>
      <path className="fill" d="M34 14h52a6 6 0 0 1 6 6v44a6 6 0 0 1-6 6H34a6 6 0 0 1-6-6V20a6 6 0 0 1 6-6z" />
      <circle cx="46" cy="36" r="7" />
      <path d="M36 56c0-7 4-11 10-11s10 4 10 11M66 34h16M66 43h16" />
      <circle className="light" cx="72" cy="55" r="6" />
      <path d="M69.500 55l2 2 3.500-4" className="on-light" />
    </>
  ),
} satisfies Record<string, ReactNode>

/** The window of the home page: morning over the steppe. */
export function HeroWindow(): ReactNode {
  return (
    <svg
      className="drawing hero-drawing"
      viewBox="0 0 300 260"
      width="300"
      height="260"
      aria-hidden="true"
      focusable="false"
    >
      <path className="glow" d="M70 206h160l58 54H12z" />
      <path className="glass" d="M70 22h160v170H70z" />
      <circle className="light" cx="176" cy="92" r="26" />
      <path className="fill" d="M70 128l34-34 20 19 26-31 30 34 18-16 32 30v62H70z" />
      <path d="M70 128l34-34 20 19 26-31 30 34 18-16 32 30" />
      <path d="M139 95l11 6 9-8M97 101l8 4 6-5" />
      <path className="ground" d="M70 160c30-12 60-12 88-4s50 6 72-4v40H70z" />
      <path d="M70 160c30-12 60-12 88-4s50 6 72-4" className="green" />
      <path className="fill" d="M92 178v-9c0-7 6-12 14-12s14 5 14 12v9z" />
      <path d="M92 178v-9c0-7 6-12 14-12s14 5 14 12v9zM92 168h28M103 178v-7h6v7M102 157l4-4 4 4" />
      <path d="M204 50c4-5 8-5 10 0 2-5 6-5 10 0M188 64c3-4 6-4 8 0 2-4 5-4 8 0" />
      <path d="M70 22h160v170H70zM58 192h184v14H58z" strokeWidth="2.500" />
      <path className="fill" d="M70 22 28 38v166l42-12zM230 22l42 16v166l-42-12z" strokeWidth="2.500" />
      <path d="M28 120l42-13M272 120l-42-13M49 30v168M251 30v168" />
      <path className="fill" d="M196 192l-4-22h26l-4 22z" />
      <path
        className="green"
        d="M205 170v-14M205 160c-8 0-11-6-9-12M205 164c8-1 11-7 9-14M205 156c-3-5-2-10 1-14 3 4 3 10-1 14"
      />
    </svg>
  )
}
