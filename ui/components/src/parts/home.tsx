import type { ReactNode } from 'react'
import { Drawing, isDrawing } from '../drawings/drawing.tsx'
import { Icon } from './icon.tsx'
import { Tag, type Tone } from './pane.tsx'

/** The one question of the home page. Works as a plain form that leads to the page of results. */
export function Search(props: {
  action: string
  name: string
  label: string
  placeholder: string
  button: string
  value?: string
}): ReactNode {
  return (
    <form className="search" action={props.action} method="get">
      <input
        type="search"
        name={props.name}
        aria-label={props.label}
        placeholder={props.placeholder}
        defaultValue={props.value}
        maxLength={200}
        autoComplete="off"
      />
      <button className="button" type="submit">
        {props.button}
      </button>
    </form>
  )
}

/** A list of offers, or of anything that waits for somebody. */
export function Offers({ children }: { children: ReactNode }): ReactNode {
  return <ul className="offers">{children}</ul>
}

/** One thing for the person now: what, why, by when, and the one thing to do about it. */
export function Offer(props: {
  tone: Tone
  /** Rank of its heading under those above it; `h3` when not said. */
  heading?: 'h2' | 'h3'
  tag?: ReactNode
  title: ReactNode
  action?: ReactNode
  children?: ReactNode
}): ReactNode {
  const Heading = props.heading ?? 'h3'
  return (
    <li className={`offer offer-${props.tone}`}>
      <div>
        {props.tag ? <Tag tone={props.tone}>{props.tag}</Tag> : null}
        <Heading className="offer-title">{props.title}</Heading>
        {props.children}
      </div>
      {props.action ? <div className="offer-action">{props.action}</div> : null}
    </li>
  )
}

/** Windows to the life situations. */
export function Windows({ children }: { children: ReactNode }): ReactNode {
  return <ul className="windows">{children}</ul>
}

/** A window to a life situation. A situation without a drawing of its own gets the empty window. */
export function SituationWindow(props: {
  href: string
  drawing: string | null
  title: ReactNode
  children?: ReactNode
}): ReactNode {
  return (
    <li>
      <a className="window" href={props.href}>
        <div className="window-glass">
          <Drawing name={props.drawing !== null && isDrawing(props.drawing) ? props.drawing : 'empty'} />
        </div>
        <div className="window-words">
          <h3>{props.title}</h3>
          {props.children}
        </div>
      </a>
    </li>
  )
}

/** A list of links, each with a word about it. */
export function Links({ children }: { children: ReactNode }): ReactNode {
  return <ul className="links">{children}</ul>
}

/** One line of a list of links. */
export function LinkRow(props: {
  href: string
  title: ReactNode
  unread?: boolean
  aside?: ReactNode
  children?: ReactNode
}): ReactNode {
  return (
    <li className={props.unread ? 'unread' : undefined}>
      <a className="link-row" href={props.href}>
        <div>
          <strong>{props.title}</strong>
          {props.children}
        </div>
        {props.aside ? <span className="link-aside">{props.aside}</span> : null}
        <Icon name="chevron" />
      </a>
    </li>
  )
}
