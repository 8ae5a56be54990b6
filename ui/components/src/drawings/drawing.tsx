import type { ReactNode } from 'react'
import { situationDrawings } from './situations.tsx'
import { stateDrawings } from './states.tsx'

const drawings = { ...situationDrawings, ...stateDrawings }

/** Name of one of the house's own line drawings. */
export type DrawingName = keyof typeof drawings

/** True for a name that has a drawing; content may name situations that have none yet. */
export function isDrawing(name: string): name is DrawingName {
  return Object.hasOwn(drawings, name)
}

/** One of our own line drawings, decorative: the words beside it say the same. Size comes from the place it stands in. */
export function Drawing({ name }: { name: DrawingName }): ReactNode {
  return (
    <svg className="drawing" viewBox="0 0 120 84" width="120" height="84" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  )
}
