import type { MomentSeen } from '@tereze/studio/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'
import type { Bench } from './bench-page.tsx'
import { differenceInWords, valueInWords } from './plain-words.ts'

/** A story of the bench: how it stands; where it does not hold, what is otherwise, in words; what was seen after each step. */
export function StoryRow(props: {
  story: Bench['stories'][number]
  draft: string
  /** Tells this one; null: it cannot be told now. */
  tell: (() => void) | null
}): ReactNode {
  const words = useWords()
  const { say } = words
  const { path, title, state, told, toldAt } = props.story
  const isWrong = told !== null && told.differences.length > 0
  return (
    <li className="pane bench-story">
      <div className="bench-story-head">
        <h3>{title ?? path.replace(/^cases\/|\.case\.json$/g, '')}</h3>
        <span className={`bench-state bench-state-${state}`}>{say(`bench.state.${state}`)}</span>
      </div>
      {isWrong ? (
        <ul className="bench-differences">
          {told.stoppedAt === null ? null : <li>{say('bench.stopped', { number: Math.max(1, told.stoppedAt) })}</li>}
          {told.differences.map(difference => (
            <li key={`${difference.what} ${JSON.stringify(difference.found)}`}>
              {differenceInWords(words, difference)}
            </li>
          ))}
        </ul>
      ) : null}
      {told === null || told.moments.length === 0 ? null : (
        <details>
          <summary>{say('bench.seen')}</summary>
          <Moments moments={told.moments} />
        </details>
      )}
      <div className="actions">
        {props.tell === null || state === 'unreadable' ? null : (
          <button type="button" className="button button-quiet button-small" onClick={props.tell}>
            {say('bench.tell')}
          </button>
        )}
        <Link to={`/drafts/${props.draft}/record?story=${encodeURIComponent(path)}`}>{say('bench.open-steps')}</Link>
        {toldAt === null ? null : (
          <span className="soft">{say('bench.told-at', { moment: words.moment(toldAt, { year: false }) })}</span>
        )}
      </div>
    </li>
  )
}

/** What was seen after each step: how the case stands, its deadline, documents, notices, payments. */
export function Moments({ moments }: { moments: readonly MomentSeen[] }): ReactNode {
  return (
    <ol className="bench-moments">
      {moments.map(moment => (
        <li key={moment.step}>
          <MomentLines moment={moment} />
        </li>
      ))}
    </ol>
  )
}

/** One moment of a story. */
export function MomentLines({ moment }: { moment: MomentSeen }): ReactNode {
  const words = useWords()
  const { say } = words
  const { refused, exit, cases, at } = moment
  return (
    <>
      <p className="soft">{words.moment(at)}</p>
      {refused === null ? null : (
        <p className="bench-refused">{say('bench.refused', { name: valueInWords(words, refused) })}</p>
      )}
      {exit === null ? null : <p>{say('bench.exit', { name: exit })}</p>}
      {cases.length === 0 && refused === null && exit === null ? <p className="soft">{say('bench.no-case')}</p> : null}
      {cases.map((seen, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a story may have several cases of one service.
        <dl key={index} className="bench-case">
          <Line name={say('seen.service')} value={seen.service} />
          <Line name={say('seen.status')} value={valueInWords(words, seen.status)} />
          {seen.outcome === null ? null : <Line name={say('seen.outcome')} value={valueInWords(words, seen.outcome)} />}
          {seen.deadline === null ? null : <Line name={say('seen.deadline')} value={words.date(seen.deadline)} />}
          {seen.documents.length === 0 ? null : <Line name={say('seen.documents')} value={seen.documents.join(', ')} />}
          {seen.notices.length === 0 ? null : <Line name={say('seen.notices')} value={seen.notices.join(', ')} />}
          {seen.payments.length === 0 ? null : (
            <Line
              name={say('seen.payments')}
              value={seen.payments.map(({ amount }) => valueInWords(words, amount)).join(', ')}
            />
          )}
          {seen.tasks.length === 0 ? null : (
            <Line name={say('seen.tasks')} value={seen.tasks.map(({ id, role }) => `${id} (${role})`).join(', ')} />
          )}
        </dl>
      ))}
    </>
  )
}

function Line({ name, value }: { name: string; value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
