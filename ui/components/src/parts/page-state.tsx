import type { ReactNode } from 'react'
import { Drawing, type DrawingName } from '../drawings/drawing.tsx'

/** A page, or (`small`) a part of one, that has nothing else to show: empty, lost, broken, closed, signed out. */
export function PageState(props: {
  drawing: DrawingName
  title: ReactNode
  small?: boolean
  /** Rank of a small state's heading under those above it; `h2` when not said. */
  heading?: 'h2' | 'h3'
  action?: ReactNode
  children?: ReactNode
}): ReactNode {
  const Heading = props.heading ?? 'h2'
  return (
    <section className={props.small ? 'state state-small' : 'state'}>
      <Drawing name={props.drawing} />
      {props.small ? <Heading className="state-title">{props.title}</Heading> : <h1>{props.title}</h1>}
      {props.children}
      {props.action ? <div className="actions">{props.action}</div> : null}
    </section>
  )
}

/** Lines where text will stand; seen only when loading takes longer than 300 ms. */
export function Skeleton({ lines, label }: { lines: number; label: string }): ReactNode {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never change places.
        <span key={index} />
      ))}
    </div>
  )
}
