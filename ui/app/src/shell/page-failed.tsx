import type { ReactNode } from 'react'
import { Failure } from '../state/failure.tsx'

/** For a fault of the page itself: it is loaded anew. */
export function PageFailed(): ReactNode {
  return (
    <main id="main">
      <Failure problem={null} again={() => window.location.reload()} />
    </main>
  )
}
