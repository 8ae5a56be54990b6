import { Icon, Tag, type Tone } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Deadline } from '../deadline/deadline.tsx'
import { useWords } from '../words/words.ts'
import type { CaseTask, CaseView } from './view.ts'
import { whoseView } from './whose-case.ts'
import { WhyThatDay } from './why-that-day.tsx'

/** What the case is, about whom, where it stands, until when. */
export function CaseHead({ view, task, from }: { view: CaseView; task: CaseTask | null; from: string }): ReactNode {
  const words = useWords()
  const { card, about } = view
  return (
    <div className="case-head">
      <Link className="back" to={from} state={{ left: card.case }}>
        <Icon name="arrow-left" />
        {words.say('case.back')}
      </Link>
      <div className="case-title">
        <h1>{words.pick(card.title)}</h1>
        <Tag tone={toneOf(card)}>{words.pick(card.statusText)}</Tag>
        <Deadline daysLeft={task?.daysLeft ?? null} date={task ? task.deadline : card.deadline} />
      </div>
      <p className="case-line">
        <span>{whoseView(view, words)}</span>
        <span>
          {words.say('case.number')} <span className="case-number">{card.number}</span>
        </span>
        <span>{words.day(card.openedAt, { role: 'since' })}</span>
        {about ? (
          <Link to={`/registers/${about.register}/records/${about.record}`}>{words.say('case.about-record')}</Link>
        ) : null}
        <button type="button" className="button button-plain" onClick={() => window.print()}>
          <Icon name="print" />
          {words.say('case.print')}
        </button>
      </p>
      <WhyThatDay view={view} />
    </div>
  )
}

function toneOf(card: CaseView['card']): Tone {
  if (card.outcome === 'granted' || card.outcome === 'partly-granted') return 'done'
  if (card.outcome === 'refused') return 'no'
  if (card.outcome !== null || card.status === 'closed') return 'later'
  return 'moving'
}
