import { Icon, type IconName } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { type ShownState, shownState } from './checklist-state.ts'
import { clauseWords } from './clause.ts'
import type { CaseView } from './view.ts'

const icons: Readonly<Record<ShownState, IconName>> = {
  holds: 'check',
  received: 'check',
  fails: 'cross',
  conflict: 'attention',
  open: 'minus',
  undecided: 'minus',
}

/** What the regulation asks for, and how far each point is; the platform fills it in as facts come. */
export function Checklist({ view }: { view: CaseView }): ReactNode {
  const words = useWords()
  const lines = view.checklist.map(line => ({ ...line, state: shownState(line, view) }))
  if (lines.length === 0) return null
  const settled = lines.filter(line => ['holds', 'received', 'fails'].includes(line.state)).length
  return (
    <section className="work-part">
      <h3>
        {words.say('checklist.title')}
        <span className="soft">{words.say('checklist.settled', { settled, all: lines.length })}</span>
      </h3>
      <ul className="checklist">
        {lines.map(line => (
          <li key={line.id} className={`point-${line.state}`}>
            <Icon name={icons[line.state]} />
            <span>
              {words.pick(line.text)}
              {line.clause === null ? null : <span className="source">{clauseWords(line.clause, words)}</span>}
            </span>
            <span className="point-state">{words.say(`checklist.${line.state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
