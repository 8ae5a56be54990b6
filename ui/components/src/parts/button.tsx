import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** How loud a button is: one `primary` on a screen, the rest `quiet`; `plain` looks like a link and still does something. */
export type ButtonKind = 'primary' | 'quiet' | 'plain'

const className = { primary: 'button', quiet: 'button button-quiet', plain: 'button button-plain' }

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: {
  href: string
  kind?: ButtonKind
  icon?: IconName
  children: ReactNode
}): ReactNode {
  return (
    <a className={className[props.kind ?? 'primary']} href={props.href}>
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </a>
  )
}

/** A button that sends its form; `name` and `value` say which of several was pressed. */
export function Button(props: {
  kind?: ButtonKind
  icon?: IconName
  name?: string
  value?: string
  /** For buttons that leave without checking: back, remove. */
  unchecked?: boolean
  children: ReactNode
}): ReactNode {
  return (
    <button
      className={className[props.kind ?? 'primary']}
      type="submit"
      name={props.name}
      value={props.value}
      formNoValidate={props.unchecked}
    >
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </button>
  )
}

/** Buttons that belong together. */
export function Actions({ children }: { children: ReactNode }): ReactNode {
  return <div className="actions">{children}</div>
}
