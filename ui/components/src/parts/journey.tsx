import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { Tag, type Tone } from './pane.tsx'

const dot: Partial<Record<Tone, IconName>> = { done: 'check', you: 'arrow-right', no: 'cross' }

/** The way through a life situation: done by us, to do by you, later. */
export function Journey({ children }: { children: ReactNode }): ReactNode {
  return <ol className="journey">{children}</ol>
}

/** One step: what, whose turn or until when (the tag), why, and what can be done. */
export function JourneyStep(props: {
  number: number
  tone: Tone
  title: ReactNode
  tag?: ReactNode
  action?: ReactNode
  links?: ReactNode
  children?: ReactNode
}): ReactNode {
  const icon = dot[props.tone]
  return (
    <li className={`step-${props.tone}`}>
      <span className="journey-dot" aria-hidden="true">
        {icon ? <Icon name={icon} /> : props.number}
      </span>
      <div className="journey-body">
        <div className="journey-head">
          <h3>{props.title}</h3>
          {props.tag ? <Tag tone={props.tone}>{props.tag}</Tag> : null}
        </div>
        {props.children}
        {props.action ? <div className="journey-action">{props.action}</div> : null}
        {props.links ? <div className="journey-links">{props.links}</div> : null}
      </div>
    </li>
  )
}

/** What happened, newest first; the first is now. */
export function Timeline({ children }: { children: ReactNode }): ReactNode {
  return <ol className="timeline">{children}</ol>
}

/** One thing that happened. */
export function TimelineItem(props: { at: string; when: ReactNode; now?: boolean; children: ReactNode }): ReactNode {
  return (
    <li className={props.now ? 'now' : undefined}>
      <p>{props.children}</p>
      <time dateTime={props.at}>{props.when}</time>
    </li>
  )
}
