import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'
import type { Bench } from './bench-page.tsx'

const kinds = ['rule', 'flow', 'exit', 'ground'] as const

/** What stories should reach and none does, each with a way to record a story for it. */
export function CoveragePane(props: { coverage: Bench['coverage']; draft: string; mayWrite: boolean }): ReactNode {
  const { say } = useWords()
  const { items, gaps } = props.coverage
  return (
    <section aria-labelledby="bench-coverage">
      <h2 id="bench-coverage">{say('coverage.title')}</h2>
      {items.length === 0 ? <p className="soft">{say('coverage.unknown')}</p> : null}
      {items.length > 0 && gaps.length === 0 ? <p>{say('coverage.whole', { items: items.length })}</p> : null}
      {gaps.length > 0 ? (
        <>
          <p>{say('coverage.count', { used: items.length - gaps.length, items: items.length })}</p>
          {kinds.map(kind => {
            const own = gaps.filter(gap => gap.kind === kind)
            if (own.length === 0) return null
            return (
              <div key={kind}>
                <h3>{say(`coverage.${kind}`, { count: own.length })}</h3>
                <ul className="bench-gaps">
                  {own.map(({ name }) => (
                    <li key={name}>
                      {/* The package is the one at which one looks. */}
                      <span>{name.replace(/^\S+ /, '')}</span>
                      {props.mayWrite ? (
                        <Link to={`/drafts/${props.draft}/record?for=${encodeURIComponent(name)}`}>
                          {say('coverage.record')}
                        </Link>
                      ) : null}
                    </li>
                  ))}
                </ul>
              </div>
            )
          })}
        </>
      ) : null}
    </section>
  )
}
