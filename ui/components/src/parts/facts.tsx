import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Source } from './pane.tsx'

/** One known thing: what it is called, its value, where it is from. */
export interface FactLine {
  readonly key: string
  readonly label: ReactNode
  readonly value: ReactNode
  readonly source?: ReactNode
  /** Said beside the source when answers differ. */
  readonly warning?: ReactNode
  readonly action?: ReactNode
}

/** What we know and from where: a list of names and values with their sources. */
export function Facts({ lines, wide }: { lines: readonly FactLine[]; wide?: boolean }): ReactNode {
  return (
    <dl className={wide ? 'facts facts-wide' : 'facts'}>
      {lines.map(line => (
        <div key={line.key}>
          <dt>{line.label}</dt>
          <dd>
            <span className="value">{line.value}</span>
            {line.source ? <Source>{line.source}</Source> : null}
            {line.warning ? (
              <span className="source warning">
                <Icon name="attention" />
                {line.warning}
              </span>
            ) : null}
          </dd>
          {line.action ? <dd>{line.action}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
