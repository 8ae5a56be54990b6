import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Yes or no, first and large. */
export function Verdict({ yes, children }: { yes: boolean; children: ReactNode }): ReactNode {
  return (
    <p className={yes ? 'verdict' : 'verdict verdict-no'}>
      <Icon name={yes ? 'check' : 'cross'} />
      {children}
    </p>
  )
}

/** One reason with what it rests on: rule, then facts with their sources, then the paragraph. */
export interface ReasonNode {
  readonly key: string
  readonly text: ReactNode
  /** Whether it held; null for a plain fact. */
  readonly held: boolean | null
  /** The words for held or not, for those who do not see the icon. */
  readonly heldWords?: string
  readonly value?: ReactNode
  readonly source?: ReactNode
  readonly clause?: ReactNode
  readonly because: readonly ReasonNode[]
}

/** The reasons of a decision as a tree that reads from top to bottom. */
export function Reasons({ reasons }: { reasons: readonly ReasonNode[] }): ReactNode {
  return <ul className="reasons">{reasons.map(reasonItem)}</ul>
}

function reasonItem(reason: ReasonNode): ReactNode {
  return (
    <li key={reason.key} className={reason.held === false ? 'reason-no' : undefined}>
      <div className={reason.held === null ? undefined : 'reason-head'}>
        {reason.held === null ? null : <Icon name={reason.held ? 'check' : 'cross'} />}
        <span>
          {reason.heldWords ? <span className="hidden-text">{reason.heldWords} </span> : null}
          {reason.text}
          {reason.value === undefined ? null : (
            <>
              {': '}
              <strong className="figures">{reason.value}</strong>
            </>
          )}
        </span>
      </div>
      {reason.source ? <span className="source">{reason.source}</span> : null}
      {reason.clause ? <span className="source">{reason.clause}</span> : null}
      {reason.because.length > 0 ? <ul>{reason.because.map(reasonItem)}</ul> : null}
    </li>
  )
}
