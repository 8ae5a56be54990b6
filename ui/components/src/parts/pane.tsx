import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** What a thing's state means to the person: done, your turn, moving, refused, or nothing yet. */
export type Tone = 'done' | 'you' | 'moving' | 'no' | 'later'

const toneIcon: Record<Tone, IconName> = {
  done: 'check',
  you: 'attention',
  moving: 'clock',
  no: 'cross',
  later: 'minus',
}

/** A flat surface for things that belong together. */
export function Pane({ side, children }: { side?: boolean; children: ReactNode }): ReactNode {
  return <section className={side ? 'pane pane-side' : 'pane'}>{children}</section>
}

/** A state in one or two words. The icon and the words say it too, not the colour alone. */
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }): ReactNode {
  return (
    <span className={`tag tag-${tone}`}>
      <Icon name={toneIcon[tone]} />
      {children}
    </span>
  )
}

/** Something that must not be overlooked. `live` announces it when it appears after sending a form. */
export function Callout(props: { tone: Tone; title: ReactNode; live?: boolean; children?: ReactNode }): ReactNode {
  return (
    <div className={`callout callout-${props.tone}`} role={props.live ? 'status' : undefined}>
      <Icon name={props.tone === 'moving' ? 'info' : toneIcon[props.tone]} />
      <div>
        <strong>{props.title}</strong>
        {props.children}
      </div>
    </div>
  )
}

/** Where a value is from, in a quiet line under it. */
export function Source({ children }: { children: ReactNode }): ReactNode {
  return <span className="source">{children}</span>
}
