import { Pane } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Deadline } from '../deadline/deadline.tsx'
import { useWords } from '../words/words.ts'
import { type ChronicleEntry, chronicleOf } from './chronicle.ts'
import { clauseWords } from './clause.ts'
import type { CaseView } from './view.ts'

/** What happened and which acts were done, newest first; beneath, the other tasks of the case. */
export function ChroniclePane({ view, current }: { view: CaseView; current: string | null }): ReactNode {
  const words = useWords()
  const entries = chronicleOf(view)
  const others = view.tasks.filter(task => task.task !== current)
  return (
    <Pane side>
      <h2>{words.say('chronicle.title')}</h2>
      {entries.length === 0 ? <p className="soft">{words.say('chronicle.empty')}</p> : null}
      <ol className="timeline">
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id and are never changed.
          <li key={index} className={index === 0 ? 'now' : undefined}>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      {others.length > 0 ? (
        <>
          <h3 className="related-title">{words.say('chronicle.other-tasks')}</h3>
          <ul className="related">
            {others.map(task => (
              <li key={task.task}>
                <Link to={`?task=${encodeURIComponent(task.task)}`}>{words.pick(task.title)}</Link>
                <Deadline daysLeft={task.daysLeft} date={null} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Pane>
  )
}

function Entry({ entry }: { entry: ChronicleEntry }): ReactNode {
  const words = useWords()
  if (entry.kind === 'line') {
    return (
      <>
        <p>{words.pick(entry.line.text)}</p>
        <p className="when">
          <time dateTime={entry.at}>{words.moment(entry.at, { year: false, short: true })}</time>
          {` · ${words.say(`chronicle.by.${entry.line.by}`)}`}
        </p>
      </>
    )
  }
  const { act } = entry
  return (
    <>
      <p>
        <strong>{act.title === undefined ? words.say('act.other') : words.pick(act.title)}</strong>{' '}
        <span className="number">{words.say('chronicle.act-number', { number: act.number })}</span>
      </p>
      {act.text === null ? null : <p>{words.pick(act.text)}</p>}
      <p className="when">
        <time dateTime={act.at}>{words.moment(act.at, { year: false, short: true })}</time>
        {act.ground === null ? null : ` · ${clauseWords(act.ground, words)}`}
        {isPlainName(act.signatory) ? ` · ${act.signatory}` : null}
      </p>
    </>
  )
}

/** A signatory by name is shown; one by id (the platform itself) is not. */
function isPlainName(signatory: string): boolean {
  return signatory.includes(' ')
}
